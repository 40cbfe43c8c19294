import initialise, { parse, Store, type Quad, type Term as OxigraphTerm } from "oxigraph/web.js";
import type { Results, Term } from "./results";

export type Request = { load: Uint8Array; module: WebAssembly.Module } | { query: string };
export type Reply = { loaded: number } | { results: Results } | { failed: string; broken: boolean };

let store: Store;

self.onmessage = async ({ data }: MessageEvent<Request>) => {
    try {
        postMessage("query" in data ? { results: answer(data.query) } : { loaded: await load(data.module, data.load) });
    } catch (error) {
        const { name, message } = error instanceof Error ? error : new Error(String(error));
        // what is not an error of the query (no memory left, no stack left) leaves the engine unusable
        postMessage({ failed: message, broken: name !== "Error" });
    }
};

async function load(module: WebAssembly.Module, dump: Uint8Array): Promise<number> {
    await initialise({ module_or_path: module as never });
    store = new Store();
    store.load(dump, { format: "application/n-quads", lenient: true });
    return store.size;
}

/** Answers as `moonpact ask --sparql` does: a query reads only the graphs that it names; nothing is fetched. */
function answer(query: string): Results {
    const text = store.query(query, { results_format: "json" }) as string;
    const document = JSON.parse(text);
    if (Array.isArray(document)) return triples(text);
    if ("boolean" in document) return { columns: ["answer"], rows: [{ answer: { type: "literal", value: String(document.boolean) } }] };
    return { columns: document.head.vars, rows: document.results.bindings };
}

/** What CONSTRUCT and DESCRIBE give comes as JSON-LD. */
function triples(jsonld: string): Results {
    const quads = parse(jsonld, { format: "application/ld+json" }) as Quad[];
    const rows = quads.map(({ subject, predicate, object }) => ({ subject: term(subject), predicate: term(predicate), object: term(object) }));
    return { columns: ["subject", "predicate", "object"], rows };
}

function term(from: OxigraphTerm): Term {
    if (from.termType === "Literal") {
        const { value, language, datatype } = from as { value: string; language: string; datatype: { value: string } };
        return { type: "literal", value, ...(language ? { "xml:lang": language } : { datatype: datatype.value }) };
    }
    return { type: from.termType === "NamedNode" ? "uri" : "bnode", value: from.value };
}
