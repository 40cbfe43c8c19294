import assert from "node:assert/strict";
import { test } from "node:test";
import { audit, open, pagesOfEveryKind } from "./browser.mjs";

const paths = pagesOfEveryKind();

test("the site has pages of many kinds", () => {
    for (const path of ["index.html", "membership/", "ties/", "missions/", "search/", "sparql/"]) assert.ok(paths.includes(path), path);
    assert.ok(paths.length > 30, paths.join(" "));
});

for (const path of paths) {
    for (const colorScheme of ["light", "dark"]) {
        test(`${path} in ${colorScheme} colours: quiet, accessible, no wider than a phone`, async () => {
            const page = await open(path, { colorScheme });
            assert.deepEqual(await audit(page), []);
            await page.setViewportSize({ width: 360, height: 800 });
            const width = await page.evaluate(() => document.documentElement.scrollWidth);
            assert.ok(width <= 360, `${width} pixels wide`);
            assert.deepEqual(page.complaints, []);
            await page.done();
        });
    }
}
