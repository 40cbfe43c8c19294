type Attributes = Record<string, string | boolean | undefined>;

/** Returns a new element. Children that are strings become text, never markup. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
    tag: Tag,
    attributes: Attributes = {},
    ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
        if (typeof value === "string") made.setAttribute(name, value);
        else made.toggleAttribute(name, value ?? false);
    }
    made.append(...children);
    return made;
}

/** Shows what a page hides from readers without scripts, once its script works. */
export function reveal(...wired: (Element | null)[]): void {
    for (const part of wired) part?.removeAttribute("hidden");
}

/** Returns the address of a file of the site, wherever the site stands. */
export function siteAddress(path: string): string {
    return new URL((document.body.dataset.root ?? "./") + path, document.baseURI).href;
}

/** Reads a JSON file of the site. Throws an Error that says which file failed. */
export async function readJson<Content>(address: string): Promise<Content> {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address}: the server answered ${response.status}`);
    return (await response.json()) as Content;
}

/** Whether the page was opened from a disk: browsers do not let it read other files then. */
export const fromDisk = location.protocol === "file:";
export const NEEDS_SERVER = "This needs the site to be served, as “moonpact serve --site DIR” or any web server does: browsers let no page opened from a disk read other files.";

/** Offers a text or a picture to the reader as a file. */
export function saveFile(name: string, content: BlobPart, type: string): void {
    const address = URL.createObjectURL(new Blob([content], { type }));
    element("a", { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Returns "1 row", "2 rows". */
export function counted(count: number, one: string, many = `${one}s`): string {
    return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}
