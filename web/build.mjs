// Writes src/moonpact/site/assets: the scripts, the engine, the map, and the licences of what others wrote.
import { cp, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { world } from "./world.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const target = here("../src/moonpact/site/assets/");

await rm(target, { recursive: true, force: true });
await mkdir(target, { recursive: true });
const { metafile } = await build({
    absWorkingDir: here("."),
    entryPoints: ["src/site.ts", "src/sparql.ts", "src/sparql-worker.ts", "src/sparql.css"],
    outdir: target,
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    legalComments: "none",
    metafile: true,
    logLevel: "warning",
    // the worker is handed its engine; the address that the package would guess is never used
    define: { "import.meta.url": "self.location.href" },
});
await cp(here("node_modules/oxigraph/web_bg.wasm"), `${target}oxigraph.wasm`);
await writeFile(`${target}world.json`, JSON.stringify(world()));
await writeFile(`${target}LICENSES.txt`, await licences(Object.keys(metafile.inputs)));

/** The licence of every package of which something is in the bundles or the map. */
async function licences(inputs) {
    const bundled = inputs.map((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]).filter(Boolean);
    const parts = [...new Set([...bundled, "world-atlas"])].sort().map(async (name) => {
        const folder = here(`node_modules/${name}`);
        const { version, license } = JSON.parse(await readFile(`${folder}/package.json`, "utf8"));
        const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
        const text = file ? await readFile(`${folder}/${file}`, "utf8") : await readFile(here(`licenses/${name}.txt`), "utf8");
        return `${name} ${version} (${license})\n\n${text.trim()}\n`;
    });
    return (await Promise.all(parts)).join(`\n${"-".repeat(80)}\n\n`);
}
