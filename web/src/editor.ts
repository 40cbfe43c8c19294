import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, HighlightStyle, StreamLanguage, syntaxHighlighting } from "@codemirror/language";
import { sparql } from "@codemirror/legacy-modes/mode/sparql";
import { EditorState } from "@codemirror/state";
import { drawSelection, EditorView, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";

export interface Editor {
    text: string;
    focus(): void;
    /** Puts the cursor at a place that the engine names in an error, such as "2:9", counted from 1. */
    goTo(line: number, column: number): void;
}

const look = EditorView.theme({
    "&": { color: "var(--ink)", backgroundColor: "var(--panel)", fontSize: "0.9rem" },
    "&.cm-focused": { outline: "3px solid var(--focus)", outlineOffset: "2px" },
    ".cm-content": { caretColor: "var(--ink)", minHeight: "14rem", fontFamily: "ui-monospace, monospace" },
    ".cm-scroller": { maxHeight: "32rem", overflow: "auto" },
    ".cm-cursor": { borderLeftColor: "var(--ink)" },
    ".cm-gutters": { color: "var(--soft)", backgroundColor: "var(--ground)", borderRightColor: "var(--line)" },
    "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
        backgroundColor: "var(--code-selection)",
    },
    "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--code-selection)" },
});

const colours = HighlightStyle.define([
    { tag: tags.keyword, color: "var(--code-keyword)", fontWeight: "600" },
    { tag: [tags.string, tags.number], color: "var(--code-literal)" },
    { tag: [tags.atom, tags.bool], color: "var(--code-name)" },
    { tag: tags.comment, color: "var(--soft)", fontStyle: "italic" },
]);

/**
 * Puts an editor for SPARQL into an element. It stands in a shadow root, where its styles need no `style` element
 * and so obey a policy that allows none. Tab moves on, as everywhere on the page.
 */
export function openEditor(host: HTMLElement, label: string, text: string): Editor {
    const root = host.attachShadow({ mode: "open" });
    const extensions = [
        lineNumbers(),
        history(),
        drawSelection(),
        bracketMatching(),
        StreamLanguage.define(sparql),
        syntaxHighlighting(colours),
        keymap.of([...defaultKeymap.filter(({ key }) => key !== "Mod-Enter" && key !== "Escape"), ...historyKeymap]),
        EditorView.lineWrapping,
        // left to itself, Chromium types over a coloured selection with inline styles, which the page's policy forbids
        EditorView.domEventHandlers({
            beforeinput(event, view) {
                if (event.inputType !== "insertText" || event.data === null || view.state.selection.main.empty) return false;
                view.dispatch(view.state.replaceSelection(event.data), { userEvent: "input.type" });
                event.preventDefault();
                return true;
            },
        }),
        EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "false", tabindex: "0" }),
        look,
    ];
    const view = new EditorView({ parent: root, root, state: EditorState.create({ doc: text, extensions }) });
    return {
        get text() {
            return view.state.doc.toString();
        },
        set text(insert) {
            view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert }, selection: { anchor: 0 }, scrollIntoView: true });
        },
        focus: () => view.focus(),
        goTo(line, column) {
            const { from, to } = view.state.doc.line(Math.min(line, view.state.doc.lines));
            view.dispatch({ selection: { anchor: Math.min(from + column - 1, to) }, scrollIntoView: true });
        },
    };
}
