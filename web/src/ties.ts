import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationNodeDatum } from "d3-force";
import { element, readJson, siteAddress } from "./dom";

interface Node extends SimulationNodeDatum {
    id: string;
    label: string;
    kind: string;
    side: string;
    page: string;
}
interface Tie {
    from: string;
    to: string;
    how: string;
    contested: boolean;
}
interface Graph {
    nodes: Node[];
    edges: Tie[];
}

const WIDTH = 1160;
const NODE_AREA = 9_000; // square units of the drawing for one node with its label
const MARGIN = { left: 70, right: 70, top: 20, bottom: 80 }; // room for labels, which stand below their nodes
const LABEL_LINE = 18; // characters
const LETTER = 6.2; // the width of one, in units of the drawing
const LINE_HEIGHT = 13;
const ROUNDS = 400;
/** Where the parties of each side gather, from the left to the right. */
const GATHERING: Record<string, number> = { accords: -420, both: 0, contested: 420, ilrs: 420 };
const SVG = "http://www.w3.org/2000/svg";

/** Draws the graph of ties in place of the fixed picture: a reader points at, or tabs to, a node and sees its ties alone. */
export async function wireTies(): Promise<void> {
    const figure = document.querySelector<HTMLElement>("figure[data-graph]");
    const fixed = figure?.querySelector("svg");
    if (!figure?.dataset.graph || !fixed) return;
    const graph = await readJson<Graph>(figure.dataset.graph);
    const height = place(graph);
    const told = element("p", { role: "status", class: "graph-told" }, "Point at a node, or move to it with Tab, to see its ties.");
    const drawing = draw(graph, height, told);
    fixed.replaceWith(drawing);
    (drawing.closest(".scroll") ?? drawing).before(told);
}

/** Gives every node its place, and returns the height needed; the same graph is always laid out alike. */
function place({ nodes, edges }: Graph): number {
    const height = Math.max(480, Math.round((nodes.length * NODE_AREA) / WIDTH));
    const links = edges.map(({ from, to }) => ({ source: from, target: to }));
    forceSimulation(nodes)
        .force("link", forceLink<Node, { source: string; target: string }>(links).id(({ id }) => id).distance(80).strength(0.06))
        .force("charge", forceManyBody().strength(-160).distanceMax(300))
        .force("collide", forceCollide(40).iterations(3))
        .force("x", forceX<Node>(({ side }) => GATHERING[side] ?? 250).strength(0.1))
        .force("y", forceY(0).strength(0.08))
        .stop()
        .tick(400);
    fit(nodes, "x", MARGIN.left, WIDTH - MARGIN.right);
    fit(nodes, "y", MARGIN.top, height - MARGIN.bottom);
    separate(nodes);
    const top = Math.min(...nodes.map(({ y }) => y ?? 0)) - MARGIN.top;
    for (const node of nodes) node.y = (node.y ?? 0) - top;
    return Math.round(Math.max(...nodes.map(({ y }) => y ?? 0)) + MARGIN.bottom);
}

/** Pushes nodes apart until no label covers another node or label. */
function separate(nodes: Node[]): void {
    const boxes = nodes.map((node) => {
        const lines = wrapped(node.label);
        const width = Math.max(...lines.map(({ length }) => length)) * LETTER + 10;
        return { node, width, height: 2 * radiusOf(node) + lines.length * LINE_HEIGHT + 10 };
    });
    for (let round = 0; round < ROUNDS; round += 1) {
        let moved = false;
        for (const [index, one] of boxes.entries()) {
            for (const other of boxes.slice(index + 1)) {
                const [dx, dy] = [(other.node.x ?? 0) - (one.node.x ?? 0), middle(other) - middle(one)];
                const overX = (one.width + other.width) / 2 - Math.abs(dx);
                const overY = (one.height + other.height) / 2 - Math.abs(dy);
                if (overX <= 0 || overY <= 0) continue;
                moved = true;
                const [axis, push] = overX < overY ? (["x", (overX / 2 + 0.5) * (dx < 0 ? -1 : 1)] as const) : (["y", (overY / 2 + 0.5) * (dy < 0 ? -1 : 1)] as const);
                one.node[axis] = (one.node[axis] ?? 0) - push;
                other.node[axis] = (other.node[axis] ?? 0) + push;
            }
        }
        for (const { node } of boxes) node.x = Math.min(WIDTH - MARGIN.right, Math.max(MARGIN.left, node.x ?? 0));
        if (!moved) return;
    }
}

/** The height at which a node with the label below it has its middle. */
const middle = ({ node, height }: { node: Node; height: number }) => (node.y ?? 0) - radiusOf(node) + height / 2;

const radiusOf = ({ kind }: Node) => (kind === "coalition" ? 11 : 6);

function fit(nodes: Node[], axis: "x" | "y", first: number, last: number): void {
    const places = nodes.map((node) => node[axis] ?? 0);
    const low = Math.min(...places);
    const scale = (last - first) / Math.max(1, Math.max(...places) - low);
    for (const node of nodes) node[axis] = first + ((node[axis] ?? 0) - low) * scale;
}

function shape(name: string, attributes: Record<string, string | number>, ...children: (Element | string)[]): SVGElement {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
    made.append(...children);
    return made;
}

function draw({ nodes, edges }: Graph, height: number, told: HTMLElement): SVGElement {
    const byId = new Map(nodes.map((node) => [node.id, node]));
    const ties = edges.flatMap((tie) => {
        const from = byId.get(tie.from);
        const to = byId.get(tie.to);
        if (!from || !to) return [];
        const line = shape("line", { x1: at(from.x), y1: at(from.y), x2: at(to.x), y2: at(to.y), class: "tie" });
        line.toggleAttribute("data-contested", tie.contested);
        return [{ from, to, how: tie.how, line }];
    });
    const drawn = new Map(nodes.map((node) => [node, drawNode(node)]));
    const svg = shape(
        "svg",
        { viewBox: `0 0 ${WIDTH} ${height}`, class: "ties", role: "group", "aria-label": "Graph of ties; the table below says the same" },
        shape("g", {}, ...ties.map(({ line }) => line)),
        ...drawn.values(),
    );
    const single = (node: Node | null) => {
        svg.toggleAttribute("data-single", node !== null);
        const near = ties.filter(({ from, to, line }) => {
            const touches = node === from || node === to;
            line.toggleAttribute("data-near", touches);
            return touches;
        });
        const seen = new Set(near.flatMap(({ from, to }) => [from, to]));
        for (const [other, link] of drawn) link.toggleAttribute("data-near", other === node || seen.has(other));
        if (node) told.textContent = `${node.label}: ${[...new Set(near.map(({ from, how, to }) => `${from.label} – ${how} – ${to.label}`))].join("; ") || "no ties"}.`;
    };
    for (const [node, link] of drawn) {
        link.addEventListener("focus", () => single(node));
        link.addEventListener("pointerenter", () => single(node));
        link.addEventListener("blur", () => single(null));
        link.addEventListener("pointerleave", () => single(null));
    }
    return svg;
}

const at = (value: number | undefined) => Math.round((value ?? 0) * 10) / 10;

function drawNode(node: Node): SVGElement {
    const { label, kind, side, page, x, y } = node;
    const radius = radiusOf(node);
    const lines = wrapped(label).map((line, number) => shape("tspan", { x: 0, y: radius + LINE_HEIGHT + number * LINE_HEIGHT }, `${line} `));
    return shape(
        "a",
        { href: siteAddress(page), class: "node", "data-side": side, "data-kind": kind, transform: `translate(${at(x)} ${at(y)})` },
        shape("circle", { r: radius }),
        shape("text", { "text-anchor": "middle" }, ...lines),
    );
}

function wrapped(label: string): string[] {
    const lines: string[] = [];
    for (const word of label.split(" ")) {
        const last = lines.at(-1);
        if (last !== undefined && last.length + word.length < LABEL_LINE) lines[lines.length - 1] = `${last} ${word}`;
        else lines.push(word);
    }
    return lines;
}
