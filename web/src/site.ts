import { wireCharts } from "./charts";
import { wireMembership } from "./membership";
import { wireSearch } from "./search";
import { wireTables } from "./tables";
import { wireTies } from "./ties";

wireTables();
wireCharts();
void wireMembership();
void wireSearch();
void wireTies();
