import { counted, element, reveal } from "./dom";

type Order = "ascending" | "descending";

/** Gives every table marked for it a text filter, choices, a live count, and headings that sort. */
export function wireTables(): void {
    for (const table of document.querySelectorAll<HTMLTableElement>("table[data-filterable]")) {
        wireSorting(table);
        const tools = document.querySelector<HTMLElement>(`[data-tools-for="${CSS.escape(table.id)}"]`);
        if (tools) wireFilters(table, tools);
    }
}

/** Hides or shows a row for one reason among several; it is seen when no reason is left to hide it. */
export function hideRow(row: HTMLTableRowElement, reason: string, hide: boolean): void {
    const reasons = new Set((row.dataset.hiddenBy ?? "").split(" ").filter(Boolean));
    if (hide) reasons.add(reason);
    else reasons.delete(reason);
    if (reasons.size) row.dataset.hiddenBy = [...reasons].join(" ");
    else delete row.dataset.hiddenBy;
    row.hidden = reasons.size > 0;
}

/** Filters and counts a table anew after its rows or cells have changed. */
export function refilter(table: HTMLTableElement): void {
    table.dispatchEvent(new Event("refilter"));
}

/** Returns a text in lower case and without accents, so that "turkiye" finds "Türkiye". */
export function folded(text: string): string {
    return text.normalize("NFKD").replace(/\p{Mark}/gu, "").replaceAll("ı", "i").toLowerCase();
}

const rowsOf = (table: HTMLTableElement) => Array.from(table.tBodies).flatMap((body) => Array.from(body.rows));
const keyOf = (cell: HTMLElement | undefined) => (cell?.dataset.key ?? cell?.textContent ?? "").trim();

function wireFilters(table: HTMLTableElement, tools: HTMLElement): void {
    const rows = rowsOf(table);
    const words = element("input", { type: "search", id: `${table.id}-filter` });
    const count = element("p", { role: "status", class: "table-count" });
    const choices: { select: HTMLSelectElement; column: number }[] = [];
    const parts = [element("label", {}, "Filter", words)];
    for (const head of table.querySelectorAll<HTMLTableCellElement>('thead th[data-filter="choice"]')) {
        const column = head.cellIndex;
        const shown = new Map(rows.map((row) => [keyOf(row.cells[column]), row.cells[column]?.textContent.trim() ?? ""]));
        shown.delete("");
        const options = [...shown].sort(([, a], [, b]) => collator.compare(a, b));
        const select = element("select", { id: `${table.id}-choice-${column}` }, element("option", { value: "" }, "all"));
        select.append(...options.map(([value, text]) => element("option", { value }, text)));
        parts.push(element("label", {}, head.dataset.label ?? head.textContent.trim(), select));
        choices.push({ select, column });
    }
    const tell = () => {
        const seen = rows.filter((row) => !row.hidden).length;
        count.textContent = `${seen.toLocaleString("en")} of ${counted(rows.length, "row")}`;
    };
    const filter = () => {
        const wanted = folded(words.value).split(/\s+/).filter(Boolean);
        for (const row of rows) {
            const text = folded(row.textContent);
            const fits =
                wanted.every((word) => text.includes(word)) &&
                choices.every(({ select, column }) => !select.value || select.value === keyOf(row.cells[column]));
            hideRow(row, "filter", !fits);
        }
        tell();
    };
    words.oninput = filter;
    for (const { select } of choices) select.onchange = filter;
    table.addEventListener("refilter", filter);
    tools.append(...parts, count);
    tell();
    reveal(tools);
}

function wireSorting(table: HTMLTableElement): void {
    const heads = Array.from(table.querySelectorAll<HTMLTableCellElement>("thead th[data-sort]"));
    for (const head of heads) {
        head.dataset.label = head.textContent.trim();
        const button = element("button", { type: "button", class: "sort" }, ...head.childNodes);
        head.append(button);
        button.onclick = () => {
            const order: Order = head.ariaSort === "ascending" ? "descending" : "ascending";
            for (const other of heads) other.ariaSort = null;
            head.ariaSort = order;
            sort(table, head.cellIndex, head.dataset.sort ?? "text", order);
        };
    }
}

const collator = new Intl.Collator("en", { numeric: true });

function sort(table: HTMLTableElement, column: number, kind: string, order: Order): void {
    const sign = order === "ascending" ? 1 : -1;
    const compare = (a: string, b: string) => {
        if (!a || !b) return (a ? 0 : 1) - (b ? 0 : 1); // what is not known comes last in either order
        return sign * (kind === "number" ? Number(a) - Number(b) : kind === "date" ? (a < b ? -1 : a > b ? 1 : 0) : collator.compare(a, b));
    };
    for (const body of table.tBodies) {
        const keyed = Array.from(body.rows, (row) => ({ row, key: keyOf(row.cells[column]) }));
        body.append(...keyed.sort((a, b) => compare(a.key, b.key)).map(({ row }) => row));
    }
}
