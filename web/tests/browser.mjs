// What the browser tests share: a Chromium, and pages that note everything a reader should never meet.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before } from "node:test";
import axe from "axe-core";
import { chromium } from "playwright-core";

/** Address of the published site, which ends in a slash, and its folder. */
export const site = process.env.MOONPACT_SITE;
export const folder = process.env.MOONPACT_FOLDER;

const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
let browser;
before(async () => {
    browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: FLAGS });
});
after(() => browser.close());

/** Opens a page in a context of its own. `complaints` gathers console errors, warnings, dialogs, requests that fail or leave the site. */
export async function open(path, options = {}) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const page = await context.newPage();
    const complaints = [];
    page.on("console", (message) => {
        if (["error", "warning"].includes(message.type())) complaints.push(`console: ${message.text()}`);
    });
    page.on("pageerror", (error) => complaints.push(`script: ${error.message}`));
    page.on("dialog", (dialog) => {
        complaints.push(`dialog: ${dialog.message()}`);
        void dialog.dismiss();
    });
    page.on("requestfailed", (request) => {
        const why = request.failure()?.errorText;
        // leaving a page gives up what it still loads, such as its icon
        if (why !== "net::ERR_ABORTED") complaints.push(`failed: ${request.url()} ${why}`);
    });
    page.on("response", (response) => {
        if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
    });
    await context.route("**", (route) => {
        const { href, protocol } = new URL(route.request().url());
        if (href.startsWith(site) || protocol === "blob:" || protocol === "data:") return route.continue();
        complaints.push(`outside: ${href}`);
        return route.abort();
    });
    await page.goto(site + path, { waitUntil: "load" });
    // these pages go on to fetch what their scripts show
    if (await page.locator("[data-known-on], [data-graph], [data-search], [data-dump]").count()) await page.waitForLoadState("networkidle");
    return Object.assign(page, { complaints, done: () => context.close() });
}

/** One page of every kind that the site has, as paths below it. */
export function pagesOfEveryKind() {
    const html = (path) => readdirSync(join(folder, path)).filter((name) => name.endsWith(".html")).sort();
    const folders = (path) => readdirSync(join(folder, path), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();
    // the page for addresses that have none stands right only where the site was published for
    const found = html("").filter((name) => name !== "404.html");
    for (const name of folders("")) {
        if (["id", "claim"].includes(name)) {
            // claims are written by one template: those of a few sources stand for all
            const kinds = folders(name).filter((_, number) => name === "id" || number % 40 === 0);
            found.push(...kinds.map((kind) => `${name}/${kind}/${html(`${name}/${kind}`)[0]}`));
        } else if (html(name).includes("index.html")) found.push(`${name}/`);
        else if (html(name).length) found.push(`${name}/${html(name)[0]}`);
    }
    return found;
}

/** Serious and critical findings of axe on the page as it stands, by all rules or by those that are named. */
export async function audit(page, rules) {
    if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
    const runOnly = rules && { type: "rule", values: rules };
    const { violations } = await page.evaluate((only) => axe.run(document, { resultTypes: ["violations"], ...only }), { runOnly });
    return violations
        .filter(({ impact }) => ["serious", "critical"].includes(impact))
        .map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).slice(0, 3).join(" | ")}`);
}

/** Presses Tab until the focus is on an element that fits the selector, as a reader without a mouse would. */
export async function tabTo(page, selector, steps = 300) {
    for (let step = 0; step < steps; step += 1) {
        await page.keyboard.press("Tab");
        if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
    }
    assert.fail(`${selector} cannot be reached with ${steps} presses of Tab`);
}
