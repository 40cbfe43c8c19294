import { forceCenter, forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationNodeDatum } from "d3-force";
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
}
interface Graph {
    nodes: Node[];
    edges: Tie[];
}

const WIDTH = 960;
const HEIGHT = 720;
const MARGIN = 24;
const SVG = "http://www.w3.org/2000/svg";

/** Draws the graph of ties in place of the fixed picture: a reader points at, or tabs to, a node and sees its ties alone. */
export async function wireTies(): Promise<void> {
    const figure = document.querySelector<HTMLElement>("figure[data-graph]");
    const fixed = figure?.querySelector("svg");
    if (!figure?.dataset.graph || !fixed) return;
    const graph = await readJson<Graph>(figure.dataset.graph);
    place(graph);
    const told = element("p", { role: "status", class: "graph-told" }, "Point at a node, or move to it with Tab, to see its ties.");
    const drawing = draw(graph, told);
    fixed.replaceWith(drawing);
    drawing.after(told);
}

/** Gives every node its place; the same graph is always laid out alike. */
function place({ nodes, edges }: Graph): void {
    const links = edges.map(({ from, to }) => ({ source: from, target: to }));
    forceSimulation(nodes)
        .force("link", forceLink<Node, { source: string; target: string }>(links).id(({ id }) => id).distance(70))
        .force("charge", forceManyBody().strength(-220))
        .force("collide", forceCollide(22))
        .force("x", forceX(WIDTH / 2).strength(0.08))
        .force("y", forceY(HEIGHT / 2).strength(0.12))
        .force("centre", forceCenter(WIDTH / 2, HEIGHT / 2))
        .stop()
        .tick(300);
    fit(nodes, "x", WIDTH);
    fit(nodes, "y", HEIGHT);
}

function fit(nodes: Node[], axis: "x" | "y", size: number): void {
    const places = nodes.map((node) => node[axis] ?? 0);
    const low = Math.min(...places);
    const scale = (size - 2 * MARGIN) / Math.max(1, Math.max(...places) - low);
    for (const node of nodes) node[axis] = MARGIN + ((node[axis] ?? 0) - low) * scale;
}

function shape(name: string, attributes: Record<string, string | number>, ...children: (Element | string)[]): SVGElement {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
    made.append(...children);
    return made;
}

function draw({ nodes, edges }: Graph, told: HTMLElement): SVGElement {
    const byId = new Map(nodes.map((node) => [node.id, node]));
    const ties = edges.flatMap((tie) => {
        const from = byId.get(tie.from);
        const to = byId.get(tie.to);
        if (!from || !to) return [];
        const line = shape("line", { x1: at(from.x), y1: at(from.y), x2: at(to.x), y2: at(to.y), class: "tie" });
        return [{ from, to, how: tie.how, line }];
    });
    const drawn = new Map(nodes.map((node) => [node, drawNode(node)]));
    const svg = shape(
        "svg",
        { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "ties", role: "group", "aria-label": "Graph of ties; the table below says the same" },
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
        if (node) told.textContent = `${node.label}: ${near.map(({ from, how, to }) => `${from.label} ${how} ${to.label}`).join("; ") || "no ties"}.`;
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

function drawNode({ label, kind, side, page, x, y }: Node): SVGElement {
    const left = (x ?? 0) > WIDTH * 0.8;
    return shape(
        "a",
        { href: siteAddress(page), class: "node", "data-side": side, "data-kind": kind, transform: `translate(${at(x)} ${at(y)})` },
        shape("circle", { r: kind === "coalition" ? 10 : 6 }),
        shape("text", { x: left ? -10 : 10, y: 4, "text-anchor": left ? "end" : "start" }, label),
    );
}
