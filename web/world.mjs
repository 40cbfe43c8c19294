// Turns Natural Earth's countries (public domain) into SVG paths on the Equal Earth projection.
import { createRequire } from "node:module";
import { geoEqualEarth, geoPath } from "d3-geo";
import { feature } from "topojson-client";
import { filter, filterWeight, presimplify, simplify, sphericalRingArea, sphericalTriangleArea } from "topojson-simplify";

const require = createRequire(import.meta.url);
const WIDTH = 960;
const HEIGHT = 410;
const SMALLEST_CORNER = 4e-5; // steradians; a corner that encloses less is left out
const SMALLEST_ISLAND = 4e-5; // steradians; a ring that encloses less is left out
const DOT_BELOW = 20; // square units of the drawing; a country that is smaller is also a dot
const ANTARCTICA = "010";

/** Returns `{width, height, countries: [{code, name, path, dot}]}` in the order of the codes. */
export function world() {
    const source = require("world-atlas/countries-50m.json");
    const alpha2 = new Map(require("i18n-iso-countries/codes.json").map(([two, , numeric]) => [numeric, two]));
    const exact = feature(source, source.objects.countries);
    exact.features = exact.features.filter(({ id }) => id !== ANTARCTICA);
    const projection = geoEqualEarth().fitExtent([[1, 1], [WIDTH - 1, HEIGHT - 1]], exact);
    const draw = geoPath(projection).digits(1);

    const fine = presimplify(source, sphericalTriangleArea);
    const coarse = simplify(filter(fine, filterWeight(fine, SMALLEST_ISLAND, sphericalRingArea)), SMALLEST_CORNER);
    const paths = new Map(feature(coarse, coarse.objects.countries).features.map((shape) => [shape.properties.name, draw(shape)]));

    const countries = exact.features.map((shape) => {
        const dot = draw.area(shape) < DOT_BELOW ? draw.centroid(shape).map((value) => Math.round(value * 10) / 10) : null;
        return { code: alpha2.get(shape.id) ?? null, name: shape.properties.name, path: paths.get(shape.properties.name) || null, dot };
    });
    const order = ({ code, name }) => (code ?? "~") + name;
    countries.sort((a, b) => (order(a) < order(b) ? -1 : 1));
    return { width: WIDTH, height: HEIGHT, countries };
}
