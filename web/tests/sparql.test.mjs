import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { audit, open, site, tabTo } from "./browser.mjs";

const RUNAWAY = "SELECT (COUNT(*) AS ?n) { GRAPH ?a { ?s ?p ?o } GRAPH ?b { ?t ?q ?u } GRAPH ?c { ?v ?r ?w } }";
const ready = (page) => page.waitForFunction(() => /ready|rows? in/.test(document.querySelector("#sparql-status")?.textContent ?? ""));
const status = (page) => page.locator("#sparql-status").textContent();

async function ask(page, query) {
    await page.locator("#sparql-editor .cm-content").focus();
    await page.keyboard.press("Control+a");
    await page.keyboard.insertText(query);
    await page.keyboard.press("Control+Enter");
}

test("a stored question, chosen and run by keyboard, is answered as the command line answers it", async () => {
    const page = await open("sparql/");
    await ready(page);
    await tabTo(page, "#sparql-question");
    await page.keyboard.type("Who has joined a coalition");
    assert.equal(await page.locator("#sparql-question").inputValue(), "who-joined");
    await tabTo(page, "#sparql-editor");
    await page.keyboard.press("Control+Enter");
    await page.waitForSelector("#sparql-output table");
    assert.deepEqual(await audit(page), []);
    await tabTo(page, "#sparql-output button");
    const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    assert.equal(download.suggestedFilename(), "who-joined.csv");
    assert.equal(readFileSync(await download.path(), "utf8"), process.env.MOONPACT_ANSWER);
    const rows = await page.locator("#sparql-output tbody tr").count();
    assert.match(await status(page), new RegExp(`^${rows} rows in `));
    const link = page.locator("#sparql-output tbody a").first();
    assert.match(await link.getAttribute("href"), new RegExp(`^${site}id/`));
    await link.click();
    assert.match(page.url(), new RegExp(`^${site}id/.*html$`));
    assert.deepEqual(page.complaints, []);
    await page.done();
});

test("a runaway query is stopped by Escape, and the next one is answered", async () => {
    const page = await open("sparql/");
    await ready(page);
    await ask(page, RUNAWAY);
    await page.waitForFunction(() => /Running for [2-9]/.test(document.querySelector("#sparql-status").textContent));
    await page.keyboard.press("Escape");
    assert.match(await status(page), /^Stopped/);
    await ask(page, "ASK { GRAPH ?g { ?s ?p ?o } }");
    await page.waitForSelector("#sparql-output table");
    assert.equal(await page.locator("#sparql-output tbody").textContent(), "true");
    await ask(page, RUNAWAY);
    await page.waitForFunction(() => /Running for/.test(document.querySelector("#sparql-status").textContent));
    await tabTo(page, "#sparql-app button:not([disabled])");
    await page.keyboard.press("Enter");
    assert.match(await status(page), /^Stopped/);
    assert.deepEqual(page.complaints, []);
    await page.done();
});

test("errors are told in the engine's words, and reading elsewhere is refused", async () => {
    const page = await open("sparql/");
    await ready(page);
    for (const [query, words] of [
        ["SELECT ?x {", /error at 1:1/],
        ["SELECT * { SERVICE <https://example.org/sparql> { ?s ?p ?o } }", /not supported/],
        ["DELETE WHERE { GRAPH ?g { ?s ?p ?o } }", /error at/],
        [`SELECT * { ${"{".repeat(20000)}${"}".repeat(20000)} }`, /too much for the engine/],
    ]) {
        await ask(page, query);
        await page.waitForSelector("#sparql-output .error");
        assert.match(await page.locator("#sparql-output .error").textContent(), words);
        await page.waitForFunction(() => document.querySelector("#sparql-status").textContent === "No answer.");
    }
    await ask(page, "SELECT (COUNT(*) AS ?n) { GRAPH <https://w3id.org/moonpact/graph/facts> { ?s ?p ?o } }");
    await page.waitForSelector("#sparql-output table");
    assert.ok(Number(await page.locator("#sparql-output tbody").textContent()) > 100);
    assert.deepEqual(page.complaints, []);
    await page.done();
});

test("a query is shared by its link, and what it finds is text and never markup", async () => {
    const page = await open("sparql/");
    await ready(page);
    const query = `SELECT ("<img src=x onerror=alert(1)>" AS ?text) (IRI("javascript:alert(1)") AS ?iri) (IRI("https://example.org/") AS ?web) {}`;
    await ask(page, query);
    await page.waitForSelector("#sparql-output table");
    await page.getByRole("button", { name: "Copy link" }).press("Enter");
    const other = await open(page.url().slice(site.length));
    await other.waitForSelector("#sparql-output table");
    assert.deepEqual(await other.locator("#sparql-output tbody td").allTextContents(), ["<img src=x onerror=alert(1)>", "javascript:alert(1)", "https://example.org/"]);
    assert.deepEqual(await other.locator("#sparql-output tbody a").evaluateAll((links) => links.map(({ href }) => href)), ["https://example.org/"]);
    await other.evaluate(() => {
        location.hash = `query=${encodeURIComponent("SELECT (7 AS ?seven) {}")}`;
    });
    await other.waitForSelector("#sparql-output th:text-is('seven')");
    assert.deepEqual([...page.complaints, ...other.complaints], []);
    await page.done();
    await other.done();
});

test("triples are answered as rows", async () => {
    const page = await open("sparql/");
    await ready(page);
    await ask(page, "CONSTRUCT { ?s a ?k } WHERE { GRAPH <https://w3id.org/moonpact/graph/entities> { ?s a ?k } } LIMIT 3");
    await page.waitForSelector("#sparql-output table");
    assert.deepEqual(await page.locator("#sparql-output th").allTextContents(), ["subject", "predicate", "object"]);
    assert.equal(await page.locator("#sparql-output tbody tr").count(), 3);
    await page.done();
});
