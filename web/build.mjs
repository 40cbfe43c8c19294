// Writes src/moonpact/site/assets: the map, the bundled scripts, and the licences of what is bundled.
import { mkdir, rm, writeFile } from "node:fs/promises";
import { world } from "./world.mjs";

const target = new URL("../src/moonpact/site/assets/", import.meta.url);

await rm(target, { recursive: true, force: true });
await mkdir(target, { recursive: true });
await writeFile(new URL("world.json", target), JSON.stringify(world()));
