"""Validation: every rule over the project's files, each finding with its place."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, Store

from moonpact import dates, names
from moonpact.constraints import SH
from moonpact.derive import DERIVED_GRAPHS, derive
from moonpact.errors import MoonpactError
from moonpact.evidence import read_texts
from moonpact.findings import Finding
from moonpact.focus import focus, reach_is_known
from moonpact.guards import idle, unwatched, unwatched_query
from moonpact.load import DERIVED_OR_COMPUTED, date_bounds, edtf_literals, source_files
from moonpact.neighbourhood import Dataset, is_content
from moonpact.parallel import run_each
from moonpact.places import Place, Places
from moonpact.queryfile import QueryFile, read_query_file
from moonpact.questions import Answer, Cell
from moonpact.scouts import worth_asking
from moonpact.shapes import Rule, compile_shapes, read_shapes
from moonpact.sources import below, load_files, with_given
from moonpact.stored import earlier_version, open_stored
from moonpact.tables import text as plain
from moonpact.textcheck import compare_texts


@dataclass(frozen=True)
class Report:
    """What a check found, the store that it read, and how many rules it applied, among them shapes."""

    findings: list[Finding]
    store: Store
    rules: int = 0
    shapes: int = 0

    @property
    def violations(self) -> int:
        """How many findings make the check fail; warnings do not."""
        return sum(1 for finding in self.findings if finding.severity == "Violation")


def check(root: Path, paths: Sequence[Path] = (), texts: Path | None = None, location: Path | None = None) -> Report:
    """Validate a project and return the findings, ordered by place.

    With `paths` (files or folders), only what these can affect is looked at, and only findings that stand there are
    returned; a file from outside the project is checked as if it stood in it, in place of a file of the same name.
    With `location`, all other data are those of an Oxigraph store on disk. With `texts`, each passage is compared
    with the words that it covers. Raises MoonpactError if the rules themselves or the store cannot be read.
    """
    files = with_given(source_files(root), paths)
    given = below(files, paths)
    if location and not given:
        raise MoonpactError("which files?", remedy="Name the files to check against the store.")
    files = given if location else files
    loaded = load_files(files, given)
    if any(f.rule == names.RULE + "well-formed" for f in loaded.findings):
        return Report(_select(loaded.findings, ()), loaded.store)
    places = Places([path for path, _ in files])
    for path, quads in loaded.kept.items():
        described = {plain(quad.subject) for quad in quads if not is_content(quad)}
        places.cover(path, described, {plain(quad.graph_name) for quad in quads if is_content(quad)})
    given_quads = list(chain.from_iterable(loaded.kept.values()))
    data, earlier = Dataset(loaded.store), set[Quad]()
    if location:
        stored = open_stored(location)
        data = Dataset(stored, loaded.store)
        earlier = earlier_version(Dataset(stored), given_quads) - set(given_quads)
    narrow = bool(given) and reach_is_known(root, given_quads)
    if narrow or location:
        store = Store()
        wanted = focus(data, given_quads, read_shapes(root)).quads if narrow else set(data.quads())
        store.extend(wanted - earlier)
    else:
        store = loaded.store
    findings = loaded.findings + apply_rules(store, root, places, data if narrow else None)
    if texts:
        findings += compare_texts(store, read_texts(texts), places)
    if any(f.rule == names.RULE + "shape-is-understood" for f in findings):
        return Report(_select(findings, ()), store)
    if narrow:
        findings = [f for f in findings if f.place or _is_derived(store, f.focus)]
    return Report(_select(findings, paths), store, *_count_rules(root))


def _is_derived(store: Store, focus: str) -> bool:
    """Tell whether something stands in derived graphs alone, so that it has no place in any file."""
    if not focus.startswith(("http://", "https://")):
        return False
    graphs = {plain(quad.graph_name) for quad in store.quads_for_pattern(NamedNode(focus), None, None)}
    return bool(graphs) and graphs <= DERIVED_OR_COMPUTED - {names.ONTOLOGY_GRAPH}


def _count_rules(root: Path) -> tuple[int, int]:
    """Return the number of rules, and how many of them are shapes."""
    shapes = len(list(read_shapes(root).quads_for_pattern(None, NamedNode(SH + "message"), None)))
    return shapes + len(list((root / "shapes").glob("*.rq"))), shapes


def check_endpoint(root: Path, url: str) -> Report:
    """Validate what a SPARQL 1.1 endpoint holds by the rules of a project, and that its facts are what claims support.

    Findings have the place of their subject in the project's files, if it stands there.
    """
    from moonpact.endpoint import fetch_claims, fetch_derived

    store, there = fetch_claims(url), set(fetch_derived(url))
    places = Places([path for path, _ in source_files(root)])
    findings = apply_rules(store, root, places)
    computed = {NamedNode(graph) for graph in (*DERIVED_GRAPHS, names.DATES_GRAPH)}
    here = {quad for graph in computed for quad in store.quads_for_pattern(None, None, None, graph)}
    for quads, what in ((there - here, "is not what the claims there support"), (here - there, "is missing there")):
        message = f"This derived triple {what}. Load the dataset anew: “moonpact load --replace”."
        findings += [_finding("derived-is-current", message, quad, places) for quad in quads]
    return Report(_select(findings, ()), store, *_count_rules(root))


def apply_rules(store: Store, root: Path, places: Places, wider: Dataset | None = None) -> list[Finding]:
    """Derive facts in a store of claims, in place, and return what breaks a rule of `root`'s shapes folder.

    The rules are the shapes (`shapes/*.ttl`), the queries that look at graphs (`shapes/*.rq`), and that
    every EDTF literal is a date. With `wider`, the store is a neighbourhood of that dataset: a shape need not have a
    focus node in it, and what no shape looks at there is looked up in the dataset.
    """
    literals = edtf_literals(store)
    findings = _dates(store, literals, places)
    store.extend(date_bounds(literals))
    derive(store, root)
    shapes = sorted((root / "shapes").glob("*.ttl"))
    try:
        rules = compile_shapes(read_shapes(root), store)
    except MoonpactError as error:
        return [*findings, _misunderstood(error, shapes)]
    asked, paths = worth_asking(store, rules, sorted((root / "shapes").glob("*.rq")))
    queries = [read_query_file(path) for path in paths]
    asking = [(query.text, str(query.path)) for query in queries] + [(rule.query, rule.shape) for rule in asked]
    left, *answers = run_each(store, [(unwatched_query(rules), "guard"), *asking])
    for query, answer in zip(queries, answers, strict=False):
        findings += _found_by_query(query, answer, places)
    for rule, answer in zip(asked, answers[len(queries) :], strict=True):
        findings += _found_by_shape(rule, answer, store, places)
    if wider is None:
        findings += idle(store, rules, Places(shapes))
    return findings + unwatched(left, rules, places, wider)


def _misunderstood(error: MoonpactError, shapes: list[Path]) -> Finding:
    """Turn a shape that the compiler refuses into a finding at its line."""
    place = Places(shapes).find(error.where)
    file, _, line = error.where.rpartition(":")
    if place is None and line.isdigit():
        place = Place(Path(file), int(line))
    message = f"{error.what}. {error.remedy}".strip()
    return Finding(
        names.RULE + "shape-is-understood", message, "" if place and line.isdigit() else error.where, place=place
    )


def _graphs(store: Store, focus: Cell, predicate: str, value: Cell) -> list[str]:
    """Return the graphs that hold the triple of a violation, so that each place of it can be named."""
    if not isinstance(focus, NamedNode):
        return [""]
    found = {plain(q.graph_name) for q in store.quads_for_pattern(focus, NamedNode(predicate), value)}
    return sorted(found - set(DERIVED_GRAPHS)) or [""]


def _dates(store: Store, literals: Sequence[Literal], places: Places) -> list[Finding]:
    findings = []
    for date in literals:
        try:
            dates.bounds(date.value)
        except ValueError as error:
            message = f"{error}. Write it as EDTF, as in 2023-10-23, 2023-10, 203X, [..2030]."
            quads = store.quads_for_pattern(None, None, date)
            findings += [_finding("date-is-edtf", message, quad, places) for quad in quads]
    return findings


def _finding(rule: str, message: str, quad: Quad, places: Places) -> Finding:
    graph = plain(quad.graph_name)
    place = places.find(plain(quad.subject), quad.predicate.value, plain(quad.object), graph)
    return Finding(names.RULE + rule, message, plain(quad.subject), plain(quad.object), place=place)


def _found_by_shape(rule: Rule, answer: Answer, store: Store, places: Places) -> list[Finding]:
    """Return the violations of one constraint of a shape: ?focus and ?value, in each graph that holds them."""
    findings = []
    for node, value in answer.rows:
        wanted = (rule.predicate, value) if value else (rule.target_predicate, None)
        for graph in _graphs(store, node, *wanted):
            place = places.find(plain(node), wanted[0], plain(value), graph)
            what = (rule.shape, rule.message, plain(node), plain(value), rule.severity, place, rule.component)
            findings.append(Finding(*what))
    return findings


def _found_by_query(rule: QueryFile, answer: Answer, places: Places) -> list[Finding]:
    """Return what a rule that looks at graphs has found: ?focus, and ?property, ?value, ?graph if known."""
    if "focus" not in answer.columns:
        raise MoonpactError("a rule selects ?focus", where=str(rule.path))
    severity = str(rule.header.get("severity", "Violation"))
    findings = []
    for row in answer.rows:
        cells: dict[str, Cell] = dict(zip(answer.columns, row, strict=True))
        focus, value = plain(cells["focus"]), plain(cells.get("value"))
        place = places.find(focus, plain(cells.get("property")), value, plain(cells.get("graph")))
        shown = value or plain(cells.get("property"))
        findings.append(Finding(names.RULE + rule.name, rule.summary, focus, shown, severity, place))
    return findings


def _select(findings: list[Finding], paths: Sequence[Path]) -> list[Finding]:
    def order(finding: Finding) -> tuple[bool, str, int, str, str, str]:
        place = finding.place
        return (
            place is None,  # what follows from something else comes after it
            str(place.path) if place else "", place.line if place else 0,
            finding.rule, finding.focus, finding.value,
        )  # fmt: skip

    @cache
    def is_wanted(path: Path) -> bool:
        return not paths or bool(below([(path, "")], paths))

    unique = dict.fromkeys(f for f in findings if f.place is None or is_wanted(f.place.path))
    return sorted(unique, key=order)
