"""Validation: every rule over the project's files, each finding with its place."""

from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, Store

from moonpact import dates, names
from moonpact.constraints import SH
from moonpact.derive import DERIVED_GRAPHS, derive
from moonpact.errors import MoonpactError
from moonpact.evidence import read_texts
from moonpact.findings import Finding
from moonpact.guards import unwatched
from moonpact.load import date_bounds, read_quads, source_files
from moonpact.places import Place, Places
from moonpact.queryfile import read_query_file
from moonpact.questions import Cell, run
from moonpact.safeparse import is_harmless, survives
from moonpact.scouts import suspects, worth_asking
from moonpact.shapes import compile_shapes, read_shapes
from moonpact.tables import text as plain
from moonpact.textcheck import compare_texts

_EDTF = NamedNode(names.EDTF)
# quads from which on it is quicker to look at few subjects than at all
_LARGE = 100_000
_AT_ONCE = 2  # queries
_STRANGE = (
    "A named graph bears the name of a claim of this file's article. Facts are derived, not written. Rename the graph."
)


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


def check(root: Path, paths: Sequence[Path] = (), texts: Path | None = None) -> Report:
    """Validate a project and return the findings, ordered by place.

    With `paths` (files or folders), only findings that stand there are returned; a file from outside
    the project is checked as if it stood in it, in place of a file of the same name. With `texts`, each
    passage is compared with the words that it covers. Raises MoonpactError if the rules themselves
    cannot be read.
    """
    files = _with_given(source_files(root), paths)
    store, findings = _load(files)
    if any(f.rule == names.RULE + "well-formed" for f in findings):
        return Report(_select(findings, paths), store)
    places = Places([path for path, _ in files])
    findings += apply_rules(store, root, places, _affected(store, places, paths))
    if texts:
        findings += compare_texts(store, read_texts(texts), places)
    if any(f.rule == names.RULE + "shape-is-understood" for f in findings):
        return Report(_select(findings, ()), store)
    return Report(_select(findings, paths), store, *_count_rules(root))


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


def apply_rules(store: Store, root: Path, places: Places, only: Iterable[str] | None = None) -> list[Finding]:
    """Derive facts in a store of claims, in place, and return what breaks a rule of `root`'s shapes folder.

    The rules are the shapes (`shapes/*.ttl`), the queries that look at graphs (`shapes/*.rq`), and that
    every EDTF literal is a date. With `only`, shapes look at these subjects and no others.
    """
    findings = _dates(store, places)
    store.extend(date_bounds(quad.object for quad in store))
    derive(store, root)
    shapes = sorted((root / "shapes").glob("*.ttl"))
    try:
        rules = compile_shapes(read_shapes(root), store, only)
    except MoonpactError as error:
        return [*findings, _misunderstood(error, shapes)]
    for rule in suspects(store, rules):
        for focus, value in run(store, rule.query, rule.shape).rows:
            wanted = (rule.predicate, value) if value else (rule.target_predicate, None)
            for graph in _graphs(store, focus, *wanted):
                place = places.find(plain(focus), wanted[0], plain(value), graph)
                what = (rule.shape, rule.message, plain(focus), plain(value), rule.severity, place, rule.component)
                findings.append(Finding(*what))
    asked = worth_asking(store, sorted((root / "shapes").glob("*.rq")))
    # the engine leaves the interpreter alone while it answers
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        findings += chain.from_iterable(pool.map(partial(_apply, store, places=places), asked))
    return findings if only is not None else findings + unwatched(store, rules, shapes, places)


def _affected(store: Store, places: Places, paths: Sequence[Path]) -> set[str] | None:
    """Return the subjects that stand in the given files, and those of which their claims speak; None means all."""
    if not paths or len(store) < _LARGE:
        return None
    subjects = {s for s in places.subjects(paths) if s.startswith(("http://", "https://"))}
    for subject in list(subjects):
        subjects |= {plain(q.subject) for q in store.quads_for_pattern(None, None, None, NamedNode(subject))}
    return subjects


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


def _with_given(files: list[tuple[Path, str]], paths: Sequence[Path]) -> list[tuple[Path, str]]:
    known = {path.resolve() for path, _ in files}
    chosen = list(files)
    for path in paths:
        if not path.exists():
            raise MoonpactError("no such file or folder", where=str(path))
        if path.is_dir() or path.resolve() in known:
            continue
        if path.suffix not in (".ttl", ".trig"):
            raise MoonpactError("neither Turtle (.ttl) nor TriG (.trig)", where=str(path))
        graph = names.CLAIMS_GRAPH if path.suffix == ".trig" else names.ENTITIES_GRAPH
        chosen = [(p, g) for p, g in chosen if not (p.name == path.name and g == graph)]
        chosen.append((path, graph))
    return chosen


def _load(files: Iterable[tuple[Path, str]]) -> tuple[Store, list[Finding]]:
    """Return the store, and a finding for each file that is not well-formed or that crashes the parser."""
    store, findings, files = Store(), [], list(files)
    risky = [(path, graph) for path, graph in files if not is_harmless(path)]
    if risky and survives(lambda: _read_all(risky)):
        for path, graph in risky:
            death = survives(partial(_read_all, [(path, graph)]))
            if death:
                message = f"This file cannot be read: {death}. Nothing of ours is written so; look at what it holds."
                findings.append(Finding(names.RULE + "well-formed", message, place=Place(path, 1)))
        return store, findings
    for path, graph in files:
        try:
            quads = list(read_quads(path, graph))
            store.extend(quads)
            strange = {plain(q.graph_name) for q in quads} - {graph}
            findings += [
                Finding(
                    names.RULE + "graph-is-a-claim", _STRANGE, name, place=Places([path]).find(name) or Place(path, 1)
                )
                for name in sorted(strange)
                if not name.startswith(f"{names.CLAIM}{path.stem}/")
            ]
        except MoonpactError as error:
            _, _, line = error.where.rpartition(":")
            place = Place(path, int(line) if line.isdigit() else 1)
            findings.append(Finding(names.RULE + "well-formed", f"{error.what}. {error.remedy}", place=place))
    return store, findings


def _read_all(files: list[tuple[Path, str]]) -> None:
    """Read files to their ends, whatever is in them."""
    for path, graph in files:
        try:
            Store().extend(read_quads(path, graph))
        except MoonpactError:
            continue


def _dates(store: Store, places: Places) -> list[Finding]:
    findings = []
    for quad in store:
        value = quad.object
        if isinstance(value, Literal) and value.datatype == _EDTF:
            try:
                dates.bounds(value.value)
            except ValueError as error:
                message = f"{error}. Write it as EDTF, as in 2023-10-23, 2023-10, 203X, [..2030]."
                findings.append(_finding("date-is-edtf", message, quad, places))
    return findings


def _finding(rule: str, message: str, quad: Quad, places: Places) -> Finding:
    graph = plain(quad.graph_name)
    place = places.find(plain(quad.subject), quad.predicate.value, plain(quad.object), graph)
    return Finding(names.RULE + rule, message, plain(quad.subject), plain(quad.object), place=place)


def _apply(store: Store, path: Path, places: Places) -> list[Finding]:
    """Apply one rule that looks at graphs: a SELECT of ?focus, and of ?property, ?value, ?graph if known."""
    rule = read_query_file(path)
    answer = run(store, rule.text, str(path))
    if "focus" not in answer.columns:
        raise MoonpactError("a rule selects ?focus", where=str(path))
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
    def order(finding: Finding) -> tuple[str, int, str, str, str]:
        place = finding.place
        return (
            str(place.path) if place else "", place.line if place else 0,
            finding.rule, finding.focus, finding.value,
        )  # fmt: skip

    def wanted(finding: Finding) -> bool:
        if not paths or finding.place is None:
            return True
        here = finding.place.path.resolve()
        return any(here == p.resolve() or here.is_relative_to(p.resolve()) for p in paths)

    unique = dict.fromkeys(replace(f) for f in findings if wanted(f))
    return sorted(unique, key=order)
