import { element, saveFile, siteAddress } from "./dom";

const WIDTH = 1920; // pixels

/** Adds to each chart's links a button that saves it as a PNG picture. */
export function wireCharts(): void {
    for (const figure of document.querySelectorAll<HTMLElement>("figure[data-chart]")) {
        const links = figure.querySelector(".chart-links");
        const name = figure.dataset.chart ?? "";
        if (!links || !/^[\w-]+$/.test(name)) continue;
        const button = element("button", { type: "button", class: "button" }, "PNG");
        button.onclick = async () => {
            const picture = await draw(siteAddress(`charts/${name}.svg`));
            saveFile(`${name}.png`, picture, "image/png");
        };
        links.append(" ", button);
    }
}

async function draw(address: string): Promise<Blob> {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = element("canvas");
    canvas.width = WIDTH;
    canvas.height = Math.round((WIDTH * image.naturalHeight) / image.naturalWidth);
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return new Promise((resolve, reject) => {
        canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error(`${address} could not be drawn`))), "image/png");
    });
}
