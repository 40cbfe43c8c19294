import { csvFormatRow } from "d3-dsv";
import { counted, element, siteAddress } from "./dom";

/** A term, as in the SPARQL 1.1 results in JSON. */
export interface Term {
    type: "uri" | "literal" | "bnode" | "triple";
    value: string | { subject: Term; predicate: Term; object: Term };
    datatype?: string;
    "xml:lang"?: string;
}
export type Row = Record<string, Term>;
export interface Results {
    columns: string[];
    rows: Row[];
}

const BASE = "https://w3id.org/moonpact/";
const PAGES = /^(?:id\/|claim\/|graph\/|ontology$|dataset$)/;
const SHOWN = 500;

/** Returns the plain form of a term: an IRI, a literal's lexical form, or nothing if there is none. */
export function plain(term: Term | undefined): string {
    if (!term) return "";
    if (typeof term.value !== "string") {
        const { subject, predicate, object } = term.value;
        return `<<( ${plain(subject)} ${plain(predicate)} ${plain(object)} )>>`;
    }
    return term.type === "bnode" ? `_:${term.value}` : term.value;
}

/** Returns results as SPARQL 1.1 CSV, as `moonpact ask --format csv` writes it. */
export function asCsv({ columns, rows }: Results): string {
    const lines = [columns, ...rows.map((row) => columns.map((column) => plain(row[column])))];
    return lines.map((line) => `${csvFormatRow(line)}\r\n`).join("");
}

/** Returns results as SPARQL 1.1 results in JSON. */
export function asJson({ columns, rows }: Results): string {
    return `${JSON.stringify({ head: { vars: columns }, results: { bindings: rows } }, null, 1)}\n`;
}

/** Returns the address to which an IRI leads: a page of this site, a page elsewhere, or null if it is no web address. */
export function linkOf(iri: string): string | null {
    let url: URL;
    try {
        url = new URL(iri);
    } catch {
        return null;
    }
    if (url.protocol !== "http:" && url.protocol !== "https:") return null;
    const { hash } = url;
    const address = url.href.slice(0, url.href.length - hash.length);
    const path = address.slice(BASE.length);
    if (!address.startsWith(BASE)) return url.href;
    return PAGES.test(path) ? siteAddress(`${path}.html${hash}`) : null;
}

/** Returns the prefixes that a query declares, by their IRIs. */
export function prefixesOf(query: string): Map<string, string> {
    const declared = query.matchAll(/\bPREFIX\s+([\w.-]*):\s*<([^<>"{}|^`\\\s]+)>/gi);
    return new Map(Array.from(declared, ([, prefix = "", iri = ""]) => [iri, prefix]));
}

/** Returns the short name of an IRI, such as `country:peru`, or the IRI itself if it has none. */
export function shorten(iri: string, prefixes: Map<string, string>): string {
    const ours = /^https:\/\/w3id\.org\/moonpact\/(?:id|claim)\/([\w-]+)\/([\w.-]+)$/.exec(iri);
    if (ours) return `${ours[1]}:${ours[2]}`;
    const cut = Math.max(iri.lastIndexOf("#"), iri.lastIndexOf("/")) + 1;
    const prefix = prefixes.get(iri.slice(0, cut));
    return prefix === undefined || cut === iri.length ? iri : `${prefix}:${iri.slice(cut)}`;
}

/** Returns the table of the first rows, each IRI a link where it leads somewhere. */
export function resultsTable({ columns, rows }: Results, query: string): HTMLElement {
    const prefixes = prefixesOf(query);
    const cell = (term: Term | undefined) => {
        if (term?.type !== "uri") return element("td", term?.["xml:lang"] ? { lang: term["xml:lang"] } : {}, plain(term));
        const iri = plain(term);
        const href = linkOf(iri);
        const name = shorten(iri, prefixes);
        return element("td", {}, href ? element("a", { href, rel: "noreferrer" }, name) : name);
    };
    const shown = rows.slice(0, SHOWN);
    const caption = rows.length > SHOWN ? `The first ${SHOWN} of ${counted(rows.length, "row")}; the files have all` : counted(rows.length, "row");
    const head = columns.map((column) => element("th", { scope: "col" }, column.replaceAll("_", " ")));
    const table = element(
        "table",
        {},
        element("caption", {}, caption),
        element("thead", {}, element("tr", {}, ...head)),
        element("tbody", {}, ...shown.map((row) => element("tr", {}, ...columns.map((column) => cell(row[column]))))),
    );
    return element("div", { class: "scroll", role: "region", "aria-label": "Answer", tabindex: "0" }, table);
}
