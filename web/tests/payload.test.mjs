// The published graph has nothing but payloads for texts and addresses; no page may run or follow one.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { open, pagesOfEveryKind, site } from "./browser.mjs";

const PAYLOAD = "<script>payload=1</script>";

async function harmless(page) {
    const state = await page.evaluate(() => ({
        ran: "payload" in window,
        scripts: Array.from(document.scripts, ({ src, type }) => src || type),
        attributes: Array.from(document.querySelectorAll("*")).flatMap((element) => element.getAttributeNames()),
        links: Array.from(document.querySelectorAll("[href]"), (link) => new URL(link.getAttribute("href"), document.baseURI).protocol),
    }));
    assert.equal(state.ran, false);
    for (const script of state.scripts) assert.ok(script === "application/ld+json" || script.startsWith(`${site}assets/`), script);
    assert.deepEqual(state.attributes.filter((name) => name.startsWith("on")), []);
    assert.deepEqual([...new Set(state.links)].filter((protocol) => !["http:", "https:"].includes(protocol)), []);
    assert.deepEqual(page.complaints, []);
}

let shown = 0;
describe("every kind of page", { concurrency: 2 }, () => {
    for (const path of [...pagesOfEveryKind(), "search/?q=china"]) {
        test(`${path} runs nothing`, async () => {
            const page = await open(path);
            await harmless(page);
            if ((await page.locator("main").textContent()).includes(PAYLOAD)) shown += 1;
            await page.done();
        });
    }
});

test("most pages show the payloads as text", () => assert.ok(shown > 30, `${shown} pages`));

test("answers in SPARQL run nothing", async () => {
    const page = await open("sparql/?question=sources");
    await page.waitForSelector("#sparql-output table");
    assert.ok((await page.locator("#sparql-output").textContent()).includes(PAYLOAD));
    await harmless(page);
    await page.done();
});

test("the graph of ties tells a payload as text", async () => {
    const page = await open("ties/");
    await page.locator("#ties-graph svg a").first().focus();
    assert.ok((await page.locator("#ties-graph .graph-told").textContent()).includes(PAYLOAD));
    await harmless(page);
    await page.done();
});
