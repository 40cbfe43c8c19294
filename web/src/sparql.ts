import { counted, element, fromDisk, NEEDS_SERVER, readJson, reveal, saveFile, siteAddress } from "./dom";
import { openEditor } from "./editor";
import { Engine, STOPPED } from "./engine";
import { asCsv, asJson, type Results, resultsTable } from "./results";

interface Question {
    name: string;
    summary: string;
    description: string;
    query: string;
    page: string;
}

const EXAMPLE = `PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

SELECT ?country ?name WHERE {
  GRAPH graph:entities { ?country a pact:State ; rdfs:label ?name }
} ORDER BY ?name
`;

async function openConsole(app: HTMLElement): Promise<void> {
    const { dump = "", dumpGz = "", questions: list = "" } = app.dataset;
    const choice = element("select", { id: "sparql-question" }, element("option", { value: "" }, "A query of your own"));
    const about = element("p", { id: "sparql-about" });
    const host = element("div", { id: "sparql-editor" });
    const run = element("button", { type: "button", class: "button", disabled: true }, "Run");
    const stop = element("button", { type: "button", class: "button", disabled: true }, "Stop");
    const share = element("button", { type: "button", class: "button" }, "Copy link to this query");
    const progress = element("progress", { max: "1", "aria-label": "Loading the graph" });
    const status = element("p", { role: "status", id: "sparql-status" });
    const output = element("div", { id: "sparql-output" });
    app.append(
        element("p", {}, element("label", { for: "sparql-question" }, "Stored questions"), " ", choice),
        about,
        host,
        element("p", { class: "hint" }, "Ctrl+Enter runs the query, Escape stops it, Tab leaves the editor."),
        element("div", { class: "chart-links" }, run, stop, share),
        progress,
        status,
        output,
    );
    reveal(app);
    const editor = openEditor(host, "Query in SPARQL 1.1", "");

    let engine: Engine | undefined;
    let clock: ReturnType<typeof setInterval> | undefined;

    const say = (words: string) => {
        status.textContent = words;
    };
    const fail = (message: string) => {
        output.replaceChildren(element("p", { role: "alert", class: "error" }, message));
    };
    const busy = (running: boolean) => {
        run.disabled = running || !engine;
        stop.disabled = !running;
        clearInterval(clock);
    };

    async function answer(): Promise<void> {
        if (!engine || run.disabled) return;
        const query = editor.text;
        const start = performance.now();
        const seconds = () => (performance.now() - start) / 1000;
        busy(true);
        output.replaceChildren();
        say("Running …");
        clock = setInterval(() => say(`Running for ${Math.round(seconds())} seconds …`), 1000);
        try {
            const results = await engine.query(query);
            busy(false);
            say(`${counted(results.rows.length, "row")} in ${seconds().toFixed(2)} seconds.`);
            output.replaceChildren(downloads(results), resultsTable(results, query));
        } catch (error) {
            busy(false);
            const { message } = error as Error;
            if (message === STOPPED) return say("Stopped. The graph is ready for the next query.");
            say("No answer.");
            fail(message);
            const place = /\bat (\d+):(\d+)/.exec(message);
            if (place) editor.goTo(Number(place[1]), Number(place[2]));
        }
    }

    function downloads(results: Results): HTMLElement {
        const name = choice.value || "answer";
        const csv = element("button", { type: "button", class: "button" }, "Save as CSV");
        const json = element("button", { type: "button", class: "button" }, "Save as JSON");
        csv.onclick = () => saveFile(`${name}.csv`, asCsv(results), "text/csv;charset=utf-8");
        json.onclick = () => saveFile(`${name}.json`, asJson(results), "application/sparql-results+json");
        return element("div", { class: "chart-links" }, csv, json);
    }

    let questions = new Map<string, Question>();
    const show = (name: string) => {
        const question = questions.get(name);
        about.replaceChildren();
        if (!question) return;
        choice.value = name;
        editor.text = question.query;
        about.append(question.description || question.summary, " ", element("a", { href: siteAddress(question.page) }, "Its answer"));
    };

    run.onclick = answer;
    stop.onclick = () => engine?.stop();
    choice.onchange = () => show(choice.value);
    share.onclick = async () => {
        history.replaceState(null, "", `#query=${encodeURIComponent(editor.text)}`);
        try {
            await navigator.clipboard.writeText(location.href);
            say("The link is on the clipboard and in the address bar.");
        } catch {
            say("The link is in the address bar."); // a page that came without encryption has no clipboard
        }
    };
    const shared = () => new URLSearchParams(location.hash.slice(1)).get("query");
    addEventListener("hashchange", () => {
        editor.text = shared() ?? editor.text;
        void answer();
    });
    app.addEventListener(
        "keydown",
        (event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
                event.preventDefault();
                event.stopPropagation();
                void answer();
            } else if (event.key === "Escape" && !stop.disabled) {
                engine?.stop();
            }
        },
        { capture: true },
    );

    say("Loading the graph …");
    const opening = Engine.open(new URL(dump, location.href).href, new URL(dumpGz, location.href).href, (share) => {
        progress.value = share;
    });
    opening.catch(() => {}); // told below, once the questions are there
    try {
        const stored = await readJson<Question[]>(list);
        questions = new Map(stored.map((question) => [question.name, question]));
        choice.append(...stored.map(({ name, summary }) => element("option", { value: name }, summary)));
        const asked = new URLSearchParams(location.search).get("question");
        if (shared() === null && asked !== null) show(asked);
        editor.text ||= shared() ?? EXAMPLE;
        engine = await opening;
        progress.remove();
        busy(false);
        say(`The graph is ready: ${counted(await engine.size, "statement")}.`);
        if (shared() !== null || asked !== null) await answer();
    } catch (error) {
        progress.remove();
        say("The graph could not be loaded.");
        fail(fromDisk ? NEEDS_SERVER : (error as Error).message);
    }
}

const app = document.getElementById("sparql-app");
if (app) void openConsole(app);
