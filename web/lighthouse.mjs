// Rates pages of a published site with Lighthouse and times the first answer in SPARQL: node web/lighthouse.mjs DIR
// The site is served compressed, as static hosts serve it.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { chromium } from "playwright-core";

const PAGES = ["index.html", "membership/index.html", "id/country/turkiye.html"];
const LEAST = 0.95;
const TYPES = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".json": "application/json", ".svg": "image/svg+xml", ".wasm": "application/wasm" };
const [folder] = process.argv.slice(2);

const server = createServer(async ({ url }, response) => {
    const path = normalize(decodeURIComponent(new URL(url, "http://localhost").pathname)).replace(/\/$/, "/index.html");
    const content = await readFile(join(folder, path)).catch(() => null);
    response.writeHead(content ? 200 : 404, { "Content-Type": TYPES[extname(path)] ?? "application/octet-stream", "Content-Encoding": "gzip", "Cache-Control": "max-age=31536000" });
    response.end(gzipSync(content ?? ""));
}).listen(0, "127.0.0.1");
await new Promise((resolve) => server.once("listening", resolve));

const base = `http://127.0.0.1:${server.address().port}/`;
const chrome = await launch({
    chromePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    chromeFlags: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
let low = 0;
for (const page of PAGES) {
    const { lhr } = await lighthouse(base + page, { port: chrome.port, logLevel: "error" });
    const scores = Object.values(lhr.categories).map(({ title, score }) => `${title} ${Math.round(score * 100)}`);
    console.log(`${page}: ${scores.join(", ")}`);
    for (const { title, score, auditRefs } of Object.values(lhr.categories)) {
        if (score >= LEAST) continue;
        low += 1;
        const lost = auditRefs.filter(({ id, weight }) => weight && lhr.audits[id].score !== null && lhr.audits[id].score < 1);
        for (const { id } of lost) console.log(`  ${title}: ${lhr.audits[id].title} ${lhr.audits[id].displayValue ?? ""}`);
    }
}
const browser = await chromium.connectOverCDP(`http://127.0.0.1:${chrome.port}`);
const page = await browser.newPage();
await page.goto(`${base}sparql/?question=who-joined`);
await page.waitForSelector("#sparql-output table");
const times = await page.evaluate(() => ({ load: performance.getEntriesByType("navigation")[0].loadEventEnd, answer: performance.now() }));
console.log(`sparql/: loaded after ${Math.round(times.load)} ms, first answer after ${Math.round(times.answer)} ms`);
await browser.close();
chrome.kill();
server.close();
process.exitCode = low ? 1 : 0;
