import MiniSearch from "minisearch";
import { counted, element, readJson, reveal, siteAddress } from "./dom";
import { folded } from "./tables";

interface Entry {
    label: string;
    also: string[];
    kind: string;
    page: string;
}

/** Answers the search form on the search page itself, letter by letter, from a small file of all names and questions. */
export async function wireSearch(): Promise<void> {
    const list = document.querySelector<HTMLElement>("#search-results");
    const input = document.querySelector<HTMLInputElement>("#site-search");
    const count = document.querySelector<HTMLElement>("#search-count");
    const fallback = document.querySelector<HTMLElement>("#search-fallback");
    if (!list?.dataset.search || !input || !count) return;
    const entries = await readJson<Entry[]>(list.dataset.search);
    const index = new MiniSearch<Entry & { id: number }>({
        fields: ["label", "also", "kind"],
        processTerm: (term) => folded(term) || null,
        extractField: (entry, field) => (field === "also" ? entry.also.join(" ") : String(entry[field as keyof Entry])),
        searchOptions: { prefix: true, fuzzy: (term) => (term.length > 4 ? 0.2 : false), boost: { label: 3, also: 2 }, combineWith: "AND" },
    });
    index.addAll(entries.map((entry, id) => ({ ...entry, id })));

    const search = () => {
        const words = input.value.trim();
        const found = words ? index.search(words).map(({ id }) => entries[id as number] as Entry) : [];
        list.replaceChildren(...found.map(item));
        count.textContent = words ? `${counted(found.length, "result")} for “${words}”` : "";
        fallback?.toggleAttribute("hidden", Boolean(words));
    };
    input.value = new URLSearchParams(location.search).get("q") ?? "";
    input.oninput = () => {
        history.replaceState(null, "", `?${new URLSearchParams({ q: input.value })}`);
        search();
    };
    input.form?.addEventListener("submit", (event) => event.preventDefault());
    search();
    reveal(list);
}

function item({ label, also, kind, page }: Entry): HTMLLIElement {
    const names = also.length ? ` (${also.join(", ")})` : "";
    return element("li", {}, element("a", { href: siteAddress(page) }, label), names, " ", element("span", { class: "kind" }, kind));
}
