import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { audit, open, pagesOfEveryKind } from "./browser.mjs";

const paths = pagesOfEveryKind();

test("the site has pages of many kinds", () => {
    for (const path of ["index.html", "membership/", "ties/", "missions/", "search/", "sparql/"]) assert.ok(paths.includes(path), path);
    assert.ok(paths.length > 30, paths.join(" "));
});

describe("every kind of page", { concurrency: 2 }, () => {
    for (const path of paths) {
        test(`${path} is quiet, accessible in both colour schemes, and no wider than a phone`, async () => {
            const page = await open(path, { colorScheme: "light" });
            assert.deepEqual(await audit(page), [], "light");
            await page.emulateMedia({ colorScheme: "dark" });
            assert.deepEqual(await audit(page, ["color-contrast"]), [], "dark");
            await page.setViewportSize({ width: 360, height: 800 });
            const width = await page.evaluate(() => document.documentElement.scrollWidth);
            assert.ok(width <= 360, `${width} pixels wide`);
            assert.deepEqual(page.complaints, []);
            await page.done();
        });
    }
});
