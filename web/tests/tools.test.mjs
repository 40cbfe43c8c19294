import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { csvParse } from "d3-dsv";
import { audit, folder, open, site, tabTo } from "./browser.mjs";

const data = (name) => JSON.parse(readFileSync(join(folder, "data", name), "utf8"));
const seenRows = (page, table) => page.locator(`${table} tbody tr:not([hidden])`);

test("a table is filtered and sorted by keyboard, and tells its count", async () => {
    const page = await open("membership/");
    const all = await seenRows(page, "#memberships").count();
    await tabTo(page, "#memberships-filter");
    await page.keyboard.type("turkiye");
    const found = await seenRows(page, "#memberships").allTextContents();
    assert.ok(found.length > 0 && found.length < all);
    for (const row of found) assert.match(row, /Türkiye/);
    assert.match(await page.locator('[data-tools-for="memberships"] [role=status]').textContent(), new RegExp(`^${found.length} of ${all} row`));
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Delete");
    assert.equal(await seenRows(page, "#memberships").count(), all);

    await tabTo(page, "#memberships th[data-sort] button");
    const head = page.locator("#memberships th", { has: page.locator(":focus") });
    const column = await head.evaluate((cell) => cell.cellIndex);
    const names = () => page.locator("#memberships tbody tr").evaluateAll((rows, at) => rows.map((row) => row.cells[at].dataset.key ?? row.cells[at].textContent.trim()), column);
    const before = await names();
    await page.keyboard.press("Enter");
    assert.equal(await head.getAttribute("aria-sort"), "ascending");
    assert.deepEqual(await names(), before.toSorted(new Intl.Collator("en", { numeric: true }).compare));
    await page.keyboard.press("Space");
    assert.equal(await head.getAttribute("aria-sort"), "descending");
    assert.equal(await page.locator("#memberships th[aria-sort]").count(), 1);
    assert.deepEqual(await audit(page), []);
    assert.deepEqual(page.complaints, []);
    await page.done();
});

test("a choice narrows a table to the rows that have it", async () => {
    const page = await open("membership/");
    const select = page.locator('[data-tools-for="memberships"] select').first();
    await tabTo(page, '[data-tools-for="memberships"] select');
    await page.keyboard.press("ArrowDown");
    const [chosen, column] = [await select.inputValue(), Number((await select.getAttribute("id")).split("-").at(-1))];
    assert.notEqual(chosen, "");
    const keys = await seenRows(page, "#memberships").evaluateAll((rows, at) => rows.map((row) => row.cells[at].dataset.key ?? row.cells[at].textContent.trim()), column);
    assert.ok(keys.length > 0);
    for (const key of keys) assert.equal(key, chosen);
    await page.done();
});

test("the slider sets table, map and counts back to what was known on a day, as the command line tells it", async () => {
    const { days, memberships } = data("memberships.json");
    const page = await open("membership/");
    await tabTo(page, "#known-on");
    for (const [day, answer] of Object.entries(JSON.parse(process.env.MOONPACT_KNOWN))) {
        const wanted = days.findLastIndex((known) => known <= day);
        await page.keyboard.press("Home");
        for (let step = 0; step < wanted; step += 1) await page.keyboard.press("ArrowRight");
        const told = await page.locator("#known-on-day").textContent();
        assert.equal(new Date(`${told} UTC`).toISOString().slice(0, 10), days[wanted]);
        const expected = new Map(csvParse(answer).map(({ party, standing }) => [party, standing]));
        const ids = new Map(memberships.filter(({ coalition }) => coalition === "ilrs").map(({ id, iri, party }) => [id, { iri, party }]));
        const shown = await seenRows(page, "#memberships").evaluateAll((rows) => rows.map((row) => [row.dataset.membership, row.querySelector("[data-field=standing]").textContent.trim()]));
        const members = shown.filter(([id, standing]) => ids.has(id) && standing === "member");
        assert.equal(members.length, [...expected.values()].filter((standing) => standing === "member").length, `members known on ${day}`);
        const count = Number(await page.locator('[data-count="ilrs"]').first().textContent());
        const states = [...expected].filter(([party, standing]) => standing === "member" && party.includes("/country/")).length;
        assert.equal(count, states, `states counted on ${day}`);
    }
    await page.keyboard.press("Home");
    const early = await page.locator('[data-chart="membership-map"] [data-side]:not([data-side="none"])').count();
    await page.keyboard.press("End");
    const late = await page.locator('[data-chart="membership-map"] [data-side]:not([data-side="none"])').count();
    assert.ok(late > early, `${early} countries coloured on the first day, ${late} on the last`);
    assert.deepEqual(page.complaints, []);
    await page.done();
});

test("search finds names, other names and questions from any page, by keyboard", async () => {
    const page = await open("index.html");
    await tabTo(page, "#site-search");
    await page.keyboard.type("turkiye");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/search\/(?:index\.html)?\?q=turkiye$/);
    assert.match(await page.locator("#search-results li").first().textContent(), /Türkiye/);
    assert.match(await page.locator("#search-count").textContent(), /^\d+ results? for “turkiye”$/);
    assert.deepEqual(await audit(page), []);
    await tabTo(page, "#site-search");
    await page.keyboard.press("Control+a");
    await page.keyboard.type("who has joined a coalition");
    assert.match(await page.locator("#search-results li", { hasText: "question" }).first().textContent(), /joined/);
    await tabTo(page, "#search-results a");
    await Promise.all([page.waitForURL("**/question/*.html"), page.keyboard.press("Enter")]);
    assert.deepEqual(page.complaints, []);
    await page.done();
});

test("the graph of ties is walked by keyboard: a node shows its ties and leads to its page", async () => {
    const { nodes, edges } = data("ties.json");
    const page = await open("ties/");
    assert.equal(await page.locator("#ties-graph svg.ties a.node").count(), nodes.length);
    await tabTo(page, "#ties-graph svg a.node");
    const told = await page.locator("#ties-graph .graph-told").textContent();
    const { label, id, page: target } = nodes[0];
    assert.ok(told.startsWith(`${label}: `), told);
    const near = edges.filter(({ from, to }) => from === id || to === id).length;
    assert.equal(await page.locator("#ties-graph line[data-near]").count(), near);
    assert.deepEqual(await audit(page), []);
    await Promise.all([page.waitForURL(site + target), page.keyboard.press("Enter")]);
    assert.deepEqual(page.complaints, []);
    await page.done();
});

test("a chart is saved as a picture", async () => {
    const page = await open("index.html");
    await tabTo(page, 'figure[data-chart="membership-over-time"] .chart-links button');
    const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    assert.equal(download.suggestedFilename(), "membership-over-time.png");
    const picture = readFileSync(await download.path());
    assert.equal(picture.subarray(1, 4).toString(), "PNG");
    assert.ok(picture.readUInt32BE(16) === 1920 && picture.readUInt32BE(20) > 500 && picture.length > 10_000, `${picture.readUInt32BE(16)} pixels wide, ${picture.length} bytes`);
    assert.deepEqual(page.complaints, []);
    await page.done();
});
