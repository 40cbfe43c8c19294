import { siteAddress } from "./dom";
import type { Results } from "./results";
import type { Reply, Request } from "./sparql-worker";

/** A SPARQL engine over the published dump, in a worker that can be ended at any moment. */
export class Engine {
    readonly #dump: Uint8Array;
    readonly #module: WebAssembly.Module;
    #worker: Worker;
    #ready: Promise<number>;
    #give: ((reply: Reply) => void) | undefined;

    private constructor(dump: Uint8Array, module: WebAssembly.Module) {
        this.#dump = dump;
        this.#module = module;
        this.#worker = this.#start();
        this.#ready = this.#load();
    }

    /**
     * Fetches the engine and the dump, once. `progress` is told the share of the dump that has arrived, where the server tells its size.
     * Throws an Error that says what could not be fetched.
     */
    static async open(dump: string, compressed: string, progress: (share: number) => void): Promise<Engine> {
        const [module, bytes] = await Promise.all([compile(siteAddress("assets/oxigraph.wasm")), fetchDump(dump, compressed, progress)]);
        const engine = new Engine(bytes, module);
        await engine.#ready;
        return engine;
    }

    /** Number of statements loaded. */
    get size(): Promise<number> {
        return this.#ready;
    }

    /** Answers a query. Throws an Error with the engine's words if it cannot, or STOPPED if `stop` ended it. */
    async query(query: string): Promise<Results> {
        await this.#ready;
        const reply = await this.#ask({ query });
        if ("results" in reply) return reply.results;
        if ("loaded" in reply) throw new Error("The engine gave no answer.");
        if (reply.broken) this.stop();
        throw new Error(reply.broken ? `The query was too much for the engine (${reply.failed}). It has been started anew.` : reply.failed);
    }

    /** Ends whatever runs, and begins anew with a fresh engine over the dump that is already here. */
    stop(): void {
        this.#worker.terminate();
        this.#give?.({ failed: STOPPED, broken: false });
        this.#worker = this.#start();
        this.#ready = this.#load();
    }

    #start(): Worker {
        const worker = new Worker(siteAddress("assets/sparql-worker.js"));
        worker.onmessage = ({ data }: MessageEvent<Reply>) => this.#give?.(data);
        worker.onerror = (event) => {
            event.preventDefault();
            this.#give?.({ failed: event.message || "its script could not be loaded", broken: true });
        };
        return worker;
    }

    async #load(): Promise<number> {
        const reply = await this.#ask({ load: this.#dump, module: this.#module });
        if ("loaded" in reply) return reply.loaded;
        throw new Error("failed" in reply ? reply.failed : "The engine did not start.");
    }

    #ask(request: Request): Promise<Reply> {
        return new Promise((resolve) => {
            this.#give = resolve;
            this.#worker.postMessage(request);
        });
    }
}

export const STOPPED = "Stopped.";

async function fetched(address: string): Promise<Response> {
    const response = await fetch(address).catch((error: Error) => {
        throw new Error(`${address} could not be fetched: ${error.message}.`);
    });
    if (!response.ok) throw new Error(`${address} could not be fetched: the server answered ${response.status}.`);
    return response;
}

async function compile(address: string): Promise<WebAssembly.Module> {
    const response = await fetched(address);
    // some static hosts do not know the type of .wasm files, and streaming insists on it
    const known = response.headers.get("content-type")?.startsWith("application/wasm");
    return known ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

async function fetchDump(dump: string, compressed: string, progress: (share: number) => void): Promise<Uint8Array> {
    const small = "DecompressionStream" in self;
    const bytes = await readAll(await fetched(small ? compressed : dump), progress);
    // a host that declares the compression as content encoding has already undone it
    const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
    if (!packed) return bytes;
    const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Uint8Array(await new Response(unpacked).arrayBuffer());
}

async function readAll(response: Response, progress: (share: number) => void): Promise<Uint8Array<ArrayBuffer>> {
    const size = Number(response.headers.get("content-length"));
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    let length = 0;
    const reader = response.body?.getReader();
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
        chunks.push(part.value);
        length += part.value.length;
        if (size) progress(Math.min(1, length / size));
    }
    return new Uint8Array(await new Blob(chunks).arrayBuffer());
}
