// The published graph has nothing but payloads for texts and addresses; no page may run or follow one.
import assert from "node:assert/strict";
import { test } from "node:test";
import { open, pagesOfEveryKind } from "./browser.mjs";

for (const path of pagesOfEveryKind()) {
    test(`${path} runs nothing`, async () => {
        const page = await open(path);
        const state = await page.evaluate(() => ({
            ran: "payload" in window || document.title.includes("payload ran"),
            scripts: Array.from(document.scripts, ({ src, type }) => src || type),
            handlers: Array.from(document.querySelectorAll("*")).flatMap(({ attributes }) => Array.from(attributes, ({ name }) => name)).filter((name) => name.startsWith("on")),
            links: Array.from(document.querySelectorAll("a, area"), (link) => String(link.href.baseVal ?? link.href)),
        }));
        assert.equal(state.ran, false);
        assert.deepEqual(state.handlers, []);
        for (const script of state.scripts) assert.match(script, /^http:\/\/127\.0\.0\.1:.*\/assets\/|^application\/ld\+json$/);
        for (const link of state.links) assert.doesNotMatch(link, /^\s*(?!https?:|mailto:|#|[./\w-]+(?:[/#?.]|$))/i, link);
        for (const link of state.links) assert.doesNotMatch(link, /^\s*(?:javascript|data|vbscript|file):/i);
        assert.deepEqual(page.complaints, []);
        await page.done();
    });
}
