"""Our check of shapes against other SHACL engines, on the same shapes and triples: `python -m benchmarks.shacl [SIZE ...]`.

Data are the real graph and made-up worlds of the given sizes with planted faults. Each engine is a process of its own,
from reading a file to its findings, which are compared with ours one by one. Peers are installed from their
registries into a folder the first time; one that cannot be is named. Writes `shacl.md` and `shacl.json`.
Other engines read the union of all graphs as triples. Our query rules look at graphs, so no SHACL engine has them: plain
rdflib asks them instead, so that it and pySHACL together find what we find; a rule that takes it too long is given up.
"""

import argparse
import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path

from pyoxigraph import Literal, NamedNode, RdfFormat, Store, parse

from benchmarks.faults import with_faults
from benchmarks.world import nquads
from moonpact import names
from moonpact.constraints import SH

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
Finding = tuple[str, str, str, str]
MAVEN = {"Jena": "org.apache.jena:jena-cmds:5.6.0", "TopBraid": "org.topbraid:shacl:1.4.4"}
WITHOUT_VALUE = {"minCount", "maxCount", "hasValue", "uniqueLang"}
MEGABYTES = 1024
# seconds after which rdflib gives up one query rule
RULE_LIMIT = 20


@dataclass
class Result:
    """What a process took, in seconds of the clock and of processors, and in MB, and what it found."""

    seconds: float = 0.0
    processor: float = 0.0
    megabytes: float = 0.0
    findings: set[Finding] = field(default_factory=set)
    given_up: int = 0
    failed: str = ""


def ours(data: Path, _: Path, folder: Path) -> list[str]:  # noqa: ARG001
    """Return the command of our shapes alone."""
    return [sys.executable, "-m", "benchmarks.shacl_ours", "shapes", str(data.with_suffix(".nq"))]


def ours_with_rules(data: Path, _: Path, folder: Path) -> list[str]:  # noqa: ARG001
    """Return the command of our shapes and query rules."""
    return [sys.executable, "-m", "benchmarks.shacl_ours", "rules", str(data.with_suffix(".nq"))]


def pyshacl(data: Path, shapes: Path, folder: Path) -> list[str]:  # noqa: ARG001
    """Return the plain command of pySHACL."""
    return [sys.executable, "-m", "pyshacl", "-s", str(shapes), "-df", "nt", "-f", "nt", str(data)]


def rudof(data: Path, shapes: Path, folder: Path) -> list[str]:
    """Return a program for rudof's Python binding."""
    python = folder / "rudof/bin/python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", folder / "rudof"], check=True, capture_output=True)
        subprocess.run([python, "-m", "pip", "install", "pyrudof==0.3.35"], check=True, capture_output=True)
    program = (
        "import sys; from pyrudof import Rudof, RudofConfig, RDFFormat; r = Rudof(RudofConfig())\n"
        "r.read_data(sys.argv[1], RDFFormat.NTriples); r.read_shacl(sys.argv[2])\n"
        "for e in r.validate_shacl():\n"
        " print(e.source_shape, e.constraint_component, e.focus_node, e.value or '', sep=chr(9))\n"
    )
    return [str(python), "-c", program, str(data), str(shapes)]


def _jars(name: str, folder: Path) -> str:
    jars = folder / name
    if not jars.exists():
        group, artifact, version = MAVEN[name].split(":")
        needed = f"<groupId>{group}</groupId><artifactId>{artifact}</artifactId><version>{version}</version>"
        (folder / f"{name}.xml").write_text(
            "<project><modelVersion>4.0.0</modelVersion><groupId>none</groupId><artifactId>none</artifactId>"
            f"<version>0</version><dependencies><dependency>{needed}</dependency></dependencies></project>"
        )
        copy = ["mvn", "-q", "-B", "-f", str(folder / f"{name}.xml"), "dependency:copy-dependencies"]
        subprocess.run([*copy, f"-DoutputDirectory={jars}"], check=True, capture_output=True)
    return f"{jars}/*"


def jena(data: Path, shapes: Path, folder: Path) -> list[str]:
    """Return the command `shacl validate` of Apache Jena."""
    program = ["shacl.shacl_validate", "--shapes", str(shapes), "--data", str(data)]
    return ["java", "-Xmx8g", "-cp", _jars("Jena", folder), *program]


def topbraid(data: Path, shapes: Path, folder: Path) -> list[str]:
    """Return the command of TopBraid's SHACL API."""
    program = ["org.topbraid.shacl.tools.Validate", "-datafile", str(data), "-shapesfile", str(shapes)]
    return ["java", "-Xmx8g", "-cp", _jars("TopBraid", folder), *program]


def shacl_engine(data: Path, shapes: Path, folder: Path) -> list[str]:
    """Return a program for shacl-engine on Node."""
    program = folder / "shacl_engine.mjs"
    if not (folder / "node_modules").exists():
        wanted = ["shacl-engine@1.1.2", "rdf-ext@2", "n3@1"]
        subprocess.run(["npm", "install", "--silent", "--prefix", folder, *wanted], check=True, capture_output=True)
    program.write_bytes((HERE / program.name).read_bytes())
    return ["node", "--max-old-space-size=8192", str(program), str(data), str(shapes)]


def rdflib_rules(data: Path, _: Path, folder: Path) -> list[str]:  # noqa: ARG001
    """Return the command of our query rules in rdflib."""
    return [sys.executable, "-m", "benchmarks.shacl_rdflib", str(RULE_LIMIT), str(data.with_suffix(".nq"))]


ENGINES: dict[str, Callable[[Path, Path, Path], list[str]]] = {
    "moonpact, shapes": ours,
    "moonpact, shapes and query rules": ours_with_rules,
    "rudof": rudof,
    "Jena": jena,
    "TopBraid": topbraid,
    "shacl-engine": shacl_engine,
    "pySHACL": pyshacl,
    "rdflib, query rules": rdflib_rules,
}


def run(command: list[str], limit: float) -> Result:
    """Run a command that prints a report, in RDF or as lines of four columns."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "tests"), "PYTHONWARNINGS": "ignore"}
    started, quiet = time.perf_counter(), subprocess.DEVNULL
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=quiet, env=environment, start_new_session=True)
    assert process.stdout
    timer = threading.Timer(limit, os.killpg, (process.pid, signal.SIGKILL))
    timer.start()
    output = process.stdout.read().decode()
    _, status, used = os.wait4(process.pid, 0)
    timer.cancel()
    seconds = time.perf_counter() - started
    result = Result(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / MEGABYTES)
    if os.waitstatus_to_exitcode(status) == -signal.SIGKILL:
        result.failed = f"over {limit:g} s, or out of memory"
    elif not output and os.waitstatus_to_exitcode(status):
        result.failed = f"ended with status {os.waitstatus_to_exitcode(status)}"
    else:
        result.findings = _findings(output)
        result.given_up = sum(line.startswith("over ") for line in output.splitlines())
    return result


def _findings(output: str) -> set[Finding]:
    rows = [line.split("\t") for line in output.splitlines() if line.count("\t") == 3]
    if not rows and output.strip():
        report, form = Store(), RdfFormat.N_TRIPLES if output.startswith(("_:", "<")) else RdfFormat.TURTLE
        report.load(input=output.encode(), format=form)
        columns = ("sourceShape", "sourceConstraintComponent", "focusNode", "value")
        for found in report.quads_for_pattern(None, NamedNode(names.RDF + "type"), NamedNode(SH + "ValidationResult")):
            values = [next(report.quads_for_pattern(found.subject, NamedNode(SH + c), None), None) for c in columns]
            rows.append([v.object.value if v and isinstance(v.object, NamedNode | Literal) else "" for v in values])
    return {_finding(*row) for row in rows}


def _finding(shape: str, component: str, focus: str, value: str) -> Finding:
    component = component.rpartition("#")[2].removesuffix("ConstraintComponent")
    component = component[:1].lower() + component[1:]
    # rudof writes literals as Turtle does
    plain = re.sub(r'^"(.*)"(@[\w-]+|\^\^\S+)?$', r"\1", value)
    return shape, component, focus, "" if component in WITHOUT_VALUE else plain


def write_data(size: int, target: Path) -> int:
    """Write a dataset of so many quads with what follows from it, as N-Quads and, its graphs united, as N-Triples; return the triples."""
    from moonpact.derive import derive
    from moonpact.load import date_bounds

    quads = dataset(size)
    quads.extend(date_bounds(quad.object for quad in quads))
    derive(quads, ROOT)
    quads.dump(str(target.with_suffix(".nq")), format=RdfFormat.N_QUADS)
    triples = dict.fromkeys(f"{quad.triple} .\n" for quad in quads)
    target.write_text("".join(triples), encoding="utf-8")
    return len(triples)


def dataset(size: int) -> Store:
    """Return a made-up world with faults, or the real graph for size zero."""
    if not size:
        from moonpact.load import load

        return load(ROOT)
    store = Store()
    store.extend(with_faults(parse(input="".join(nquads(ROOT, size)).encode(), format=RdfFormat.N_QUADS)))
    return store


def table(results: dict[str, dict[str, Result]]) -> str:
    """Return the results as Markdown."""
    lines: list[str] = []
    for data, engines in results.items():
        lines += [f"### {data}", "", "| engine | s | processor s | times ours | peak MB | findings | missing | other |"]
        lines.append("| --- | --- | --- | --- | --- | --- | --- | --- |")
        first = next(iter(engines.values()))
        for name, got in engines.items():
            if got.failed:
                lines.append(f"| {name} | {got.failed} | | | | | | |")
                continue
            due, found = first.findings, {finding for finding in got.findings if finding[1]}
            if name == "rdflib, query rules":
                due, found = engines["moonpact, shapes and query rules"].findings - due, got.findings
            missing, other = len(due - found), len(found - due)
            given_up = f", {got.given_up} rules given up" if got.given_up else ""
            lines.append(
                f"| {name} | {got.seconds:.2f} | {got.processor:.2f} | {got.processor / first.processor:.1f} "
                f"| {got.megabytes:.0f} | {len(got.findings)}{given_up} | {missing} | {other} |"
            )
        lines.append("")
    return "\n".join(lines)


def main() -> None:
    """Run the comparison."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("sizes", type=int, nargs="*", default=[0], help="quads before derivation; 0: real graph")
    parser.add_argument("--engines", nargs="*", default=list(ENGINES), choices=list(ENGINES))
    parser.add_argument("--limit", type=float, default=900.0, help="seconds that an engine may take")
    parser.add_argument("--output", type=Path, default=ROOT / "bench")
    given = parser.parse_args()
    peers = (given.output / "shacl-peers").resolve()
    peers.mkdir(parents=True, exist_ok=True)
    shapes = given.output.resolve() / "shapes.ttl"
    shapes.write_text("\n".join(path.read_text() for path in sorted((ROOT / "shapes").glob("*.ttl"))))
    results: dict[str, dict[str, Result]] = {}
    for size in given.sizes:
        data = given.output.resolve() / f"shacl-{size}.nt"
        # a process of its own, for those that follow inherit the peak of this one
        with ProcessPoolExecutor(1, get_context("spawn")) as apart:
            triples = apart.submit(write_data, size, data).result()
        label = f"{'real graph' if not size else f'{size:,} quads'}: {triples:,} triples"
        results[label] = {}
        for name in dict.fromkeys([*list(ENGINES)[:2], *given.engines]):
            print(f"{label}: {name}", file=sys.stderr, flush=True)
            try:
                results[label][name] = run(ENGINES[name](data, shapes, peers), given.limit)
            except (OSError, subprocess.CalledProcessError) as error:
                results[label][name] = Result(failed=f"not installed: {error}"[:200])
            _write(given.output, results)
        data.unlink()
        data.with_suffix(".nq").unlink()
    print((given.output / "shacl.md").read_text())


def _write(folder: Path, results: dict[str, dict[str, Result]]) -> None:
    figures = {
        data: {name: {**vars(got), "findings": sorted(got.findings)} for name, got in engines.items()}
        for data, engines in results.items()
    }
    (folder / "shacl.json").write_text(json.dumps(figures, indent=1))
    (folder / "shacl.md").write_text(table(results))


if __name__ == "__main__":
    main()
