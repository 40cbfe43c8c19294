import { wireCharts } from "./charts";
import { fromDisk, NEEDS_SERVER } from "./dom";
import { wireMembership } from "./membership";
import { wireSearch } from "./search";
import { wireTables } from "./tables";
import { wireTies } from "./ties";

wireTables();
wireCharts();
if (fromDisk) {
    const count = document.querySelector("#search-count");
    if (count) count.textContent = NEEDS_SERVER;
} else {
    void wireMembership();
    void wireSearch();
    void wireTies();
}
