import { element, readJson, reveal } from "./dom";
import { hideRow, refilter } from "./tables";

interface State {
    from: string;
    standing: "member" | "contested" | "applied" | "unverified" | "";
    date: string;
}
interface Membership {
    id: string;
    country: string | null;
    coalition: "ilrs" | "artemis-accords";
    states: State[];
}
interface Memberships {
    days: string[];
    memberships: Membership[];
}
type Side = "ilrs" | "accords" | "both" | "contested" | "none";

/** Lets the slider "as known on" set the table, the map and the counts back to what was known on a day. */
export async function wireMembership(): Promise<void> {
    const form = document.querySelector<HTMLFormElement>("#known-on-form");
    const slider = document.querySelector<HTMLInputElement>("#known-on");
    const shown = document.querySelector<HTMLOutputElement>("#known-on-day");
    if (!form?.dataset.knownOn || !slider || !shown) return;
    const { days, memberships } = await readJson<Memberships>(form.dataset.knownOn);
    const latest = new Map(memberships.map((membership) => [membership.id, stateOn(membership, days.at(-1) ?? "")]));
    const show = () => {
        const day = days[Number(slider.value)] ?? "";
        shown.value = inWords(day);
        slider.setAttribute("aria-valuetext", shown.value);
        const known = new Map(memberships.map((membership) => [membership.id, stateOn(membership, day)]));
        showTable(known, latest);
        showMap(sides(memberships, known));
        showCounts(memberships, known);
    };
    slider.value = slider.max; // browsers restore where a reader left it
    slider.oninput = show;
    form.onsubmit = (event) => event.preventDefault();
    slider.setAttribute("aria-valuetext", shown.value);
    reveal(form);
}

/** Returns an ISO date as the pages write dates, such as "1 October 2026". */
function inWords(day: string): string {
    return new Date(day).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
}

/** Returns what was known of a membership on a day, or nothing if it was not yet heard of. */
export function stateOn({ states }: Membership, day: string): State | undefined {
    return states.filter(({ from }) => from <= day).at(-1);
}

/** The cells as the page was written with them, by what they say of the latest day. */
const written = new WeakMap<HTMLElement, Node[]>();

function showTable(known: Map<string, State | undefined>, latest: Map<string, State | undefined>): void {
    const table = document.querySelector<HTMLTableElement>("#memberships");
    if (!table) return;
    for (const row of table.querySelectorAll<HTMLTableRowElement>("tr[data-membership]")) {
        const id = row.dataset.membership ?? "";
        const state = known.get(id);
        hideRow(row, "day", !state);
        if (!state) continue;
        const standing = state.standing || "not asserted";
        const differs = state !== latest.get(id);
        setCell(row, "standing", differs ? element("span", { class: `badge ${state.standing || "unknown"}` }, standing) : null);
        setCell(row, "date", differs ? element("span", {}, state.date) : null);
    }
    refilter(table);
}

/** Puts something else into a cell, or back what the page was written with. */
function setCell(row: HTMLTableRowElement, name: string, content: HTMLElement | null): void {
    const cell = row.querySelector<HTMLElement>(`[data-field="${name}"]`);
    if (!cell) return;
    const original = written.get(cell) ?? Array.from(cell.childNodes);
    written.set(cell, original);
    cell.replaceChildren(...(content ? [content] : original));
}

function sides(memberships: Membership[], known: Map<string, State | undefined>): Map<string, Side> {
    const found = new Map<string, Side>();
    const standing = (wanted: string) => memberships.filter(({ id, country }) => country && known.get(id)?.standing === wanted);
    for (const { country } of standing("contested")) found.set(country as string, "contested");
    for (const { country, coalition } of standing("member")) {
        const side = coalition === "ilrs" ? "ilrs" : "accords";
        const before = found.get(country as string) ?? "contested";
        found.set(country as string, before === "contested" || before === side ? side : "both");
    }
    return found;
}

function showMap(found: Map<string, Side>): void {
    for (const shape of document.querySelectorAll<SVGElement>('[data-chart="membership-map"] [data-country]')) {
        shape.dataset.side = found.get(shape.dataset.country ?? "") ?? "none";
    }
}

function showCounts(memberships: Membership[], known: Map<string, State | undefined>): void {
    for (const count of document.querySelectorAll<HTMLElement>("[data-count]")) {
        const members = memberships.filter(
            ({ id, country, coalition }) => country && coalition === count.dataset.count && known.get(id)?.standing === "member",
        );
        count.textContent = String(members.length);
    }
}
