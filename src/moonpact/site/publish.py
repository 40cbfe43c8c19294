"""The whole site: from a checked project to one folder."""

import csv
import gzip
import io
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files as resources
from pathlib import Path
from urllib.parse import urlsplit

import click
from pyoxigraph import NamedNode, Store

from moonpact import exports, names
from moonpact.build import answer_all, export, last_issued
from moonpact.check import Report, check
from moonpact.dist import measured, write_all
from moonpact.site import catalogue, feed, htaccess, ontology, pages, questions, ties
from moonpact.site.addresses import path_of
from moonpact.site.head import head
from moonpact.site.linked_data import claim_quads, descriptions, files_of, trig_of
from moonpact.site.membership import as_known_document, memberships
from moonpact.site.overview import Overview, overview_pages
from moonpact.site.record import Record
from moonpact.site.render import Page
from moonpact.site.views import nanopublication, nanopublications, reifiers
from moonpact.tables import text

# drawn into pages, not read by them
_NOT_PUBLISHED = {"world.json"}
ADDRESS = "https://moonpact.github.io/moonpact/"


@dataclass(frozen=True)
class Result:
    """What was checked, how many files the site has, which of them changed, and what is missing."""

    report: Report
    files: int
    written: list[str]
    notes: list[str]


def publish(root: Path, output: Path, address: str = ADDRESS) -> Result:
    """Check a project and, if no rule is broken, write its site to `output`.

    `address` is where the folder will be served, for the redirections of w3id.org and the sitemap. Raises
    MoonpactError if a question has no answer or if `output` cannot be written.
    """
    report = check(root)
    if report.violations:
        return Result(report, 0, [], [])
    found, notes = render(report.store, root, address)
    return Result(report, len(found), write_all(output, found), notes)


def render(store: Store, root: Path, address: str = ADDRESS) -> tuple[dict[str, bytes], list[str]]:
    """Return every file of the site by its path, and notes on what is missing.

    `store` holds claims and what is derived from them; `root` is the project with its questions and rules.
    """
    built, notes = assets()
    scripts = frozenset(name for name in ("site.js", "sparql.js", "sparql.css") if f"assets/{name}" in built)
    answers = answer_all(store, root)
    dumps = export(store, root)
    dumps["moonpact.nq.gz"] = gzip.compress(dumps["moonpact.nq"], mtime=0)
    dumps |= {"moonpact-rdf12.ttl": reifiers(store), "nanopublications.trig": nanopublications(store)}
    described = descriptions(store) | catalogue.question_descriptions(root)
    version = ontology_version(store)
    record = Record(
        store, root, frozenset({*described, "dataset", version, catalogue.VERSION.removeprefix(names.BASE)}), answers
    )
    found = memberships(record)
    today = last_issued(store)
    slider = as_known_document(record, found)
    days = slider["days"]
    assert isinstance(days, list)  # noqa: S101 - for the type checker
    view = Overview(record, found, today, days, _text("static/chart-alone.css") + _text("static/chart.css"))
    made: dict[str, bytes] = {**built, **{f"dist/{name}": content for name, content in dumps.items()}}
    made |= _data_files(view, slider)
    made["changes.atom"] = feed.atom(record)
    described["dataset"] = catalogue.dataset(record, dumps, today) | catalogue.prefix_declarations()
    prefixes = exports.prefixes(store)
    plain = scripts & {"site.js"}
    steps: list[Iterable[tuple[str, bytes]]] = [
        overview_pages(view, scripts),
        questions.question_pages(record, plain),
        pages.documents(record, {p: t for p, t in described.items() if not _has_own_page(p)}, found, plain),
        _data_of(record, described, prefixes),
    ]
    total = 2 * len(described) + len(record.claims)
    with click.progressbar(length=total, label="Pages", file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:
        for step in steps:
            for path, content in step:
                made[path] = content
                bar.update(1)
    for path in ("ontology", version):
        made[f"{path}.html"] = ontology.ontology_page(record, path, plain)
        for suffix in ("ttl", "jsonld", "nt"):
            made[f"{path}.{suffix}"] = made[f"ontology.{suffix}"]
        made[f"{path}.rdf"] = catalogue.rdf_xml(described["ontology"])
    for path in ("dataset", catalogue.VERSION.removeprefix(names.BASE)):
        made[f"{path}.html"] = catalogue.dataset_page(record, path, dumps, today, plain)
        for suffix in ("ttl", "jsonld", "nt"):
            made[f"{path}.{suffix}"] = made[f"dataset.{suffix}"]
    made[".well-known/void"] = made["dataset.ttl"]
    made[".well-known/sparql-examples"] = catalogue.examples(root)
    made["w3id/htaccess.txt"] = htaccess.htaccess(address)
    made["sitemap.xml"] = catalogue.sitemap(made, address)
    made[".nojekyll"] = b""
    made["404.html"] = _missing_page(record, address, plain)
    made["SHA256SUMS"] = exports.checksums({name: measured(content) for name, content in made.items()})
    return made, notes


def _missing_page(record: Record, address: str, scripts: frozenset[str]) -> bytes:
    """Return the page that static hosts show at every address that has none; its links begin at the host's root."""
    page = Page(record, "404.html", scripts=scripts, root=urlsplit(address).path.rstrip("/") + "/")
    title = "Nothing at this address"
    return page.render("404.html", **head(page.root, title, "The record has no page of this name."))


def _has_own_page(path: str) -> bool:
    return path in {"ontology", "dataset"} or path.startswith("question/")


def ontology_version(store: Store) -> str:
    """Return the path of the ontology's version IRI, or of its latest version if it names none of ours."""
    version = NamedNode(names.expand("owl:versionIRI"))
    found = store.quads_for_pattern(NamedNode(names.ONTOLOGY_GRAPH), version, None)
    return min(filter(None, (path_of(text(quad.object)) for quad in found)), default="ontology/latest")


def _data_of(record: Record, described: dict[str, set], prefixes: dict[str, str]) -> Iterator[tuple[str, bytes]]:  # type: ignore[type-arg]
    for path in sorted(described):
        yield from files_of(path, described[path], prefixes).items()
    for iri in record.claims:
        place = path_of(iri)
        yield f"{place}.trig", trig_of(claim_quads(record.store, iri), prefixes)
        yield f"{place}.nanopub.trig", nanopublication(record.store, iri, prefixes)


def assets(built: Path | None = None) -> tuple[dict[str, bytes], list[str]]:
    """Return style sheet, icon and what stands in the folder of built scripts, and a note if that is nothing."""
    package = resources("moonpact.site")
    found = {"assets/style.css": (_text("static/style.css") + _text("static/chart.css")).encode()}
    found["assets/icon.svg"] = _text("static/icon.svg").encode()
    built = built or Path(str(package / "assets"))
    for path in sorted(built.rglob("*")):
        if path.is_file() and path.name not in _NOT_PUBLISHED:
            found[f"assets/{path.relative_to(built).as_posix()}"] = path.read_bytes()
    if "assets/site.js" in found:
        return found, []
    return found, ["No map, filters, search or SPARQL: the browser scripts are not built. Run “make web” first."]


def _text(name: str) -> str:
    return (resources("moonpact.site") / name).read_text(encoding="utf-8")


def _data_files(view: Overview, slider: dict[str, object]) -> dict[str, bytes]:
    record = view.record
    made = {
        "data/memberships.json": _json(slider),
        "data/ties.json": _json(ties.document(record, view.edges, view.found)),
        "data/questions.json": _json(questions.question_list(record)),
        "data/search.json": _json(questions.search_index(record)),
        "data/memberships.csv": _csv(
            ("accession", "party", "label", "country", "coalition", "standing", "date", "claims"),
            [
                (
                    m.iri,
                    m.party,
                    record.label(m.party),
                    m.country,
                    m.coalition,
                    m.standing,
                    m.date,
                    " ".join(c.iri for c in m.claims),
                )
                for m in view.found
            ],
        ),
        "data/ties.csv": _csv(
            ("one", "how", "other", "told_by", "contested"),
            [(t.one, t.how, t.other, t.told_by, str(t.contested).lower()) for t in view.edges],
        ),
        "data/missions-timeline.csv": _csv(
            ("mission", "date", "earliest", "latest", "stance", "published", "speaker", "claim"),
            [
                (m, p.date, p.first, p.last, p.stance, p.published, p.speaker, p.claim)
                for m, said in view.missions
                for p in said
            ],
        ),
        "data/membership-over-time.csv": _csv(
            ("day", "coalition", "party", "date", "members"),
            view.growth(),
        ),
    }
    for name in view.charts:
        svg = view.svg(name)
        if svg:
            made[f"charts/{name}.svg"] = svg.encode()
    return made


def _json(document: object) -> bytes:
    return (json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def _csv(columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return out.getvalue().encode()
