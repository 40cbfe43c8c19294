"""How fast the rules are checked, against pySHACL on the same graph and shapes: `python tests/benchmarks/check_speed.py`.

Prints medians of several runs, in seconds of processor time, and ratios. The graph is the real one; with --tenfold also
the real one with every claim, passage and fact copied, so that it has about ten times as many.
"""

import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pyshacl
import rdflib
from pyoxigraph import NamedNode, Quad, Store

from moonpact import names
from moonpact.asking import open_graph
from moonpact.exports import nquads
from moonpact.questions import run
from moonpact.scouts import worth_asking
from moonpact.shapes import compile_shapes, read_shapes

ROOT = Path(__file__).parents[2]
RUNS = 5
COPIED = (names.CLAIM, names.ID + "passage/", names.ID + "fact/", names.ID + "disagreement/")


def median(work: Callable[[], object]) -> float:
    """Return the median of the seconds of processor time that work takes, in this process and in those that it starts."""
    seconds = []
    for _ in range(RUNS):
        start = processor_time()
        work()
        seconds.append(processor_time() - start)
    return statistics.median(seconds)


def processor_time() -> float:
    """Return the seconds of processor time, to the microsecond, of this process and of those that it has waited for."""
    used = (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in used)


def multiplied(graph: Store, times: int) -> Store:
    """Return the graph with copies of its claims, passages, facts and disagreements under names of their own."""
    larger = Store()
    larger.extend(graph)
    for copy in range(1, times):

        def renamed(term: object, mark: str = f"-copy-{copy}") -> object:
            ours = isinstance(term, NamedNode) and term.value.startswith(COPIED)
            return NamedNode(term.value + mark) if ours else term  # type: ignore[attr-defined]

        quads = (Quad(*map(renamed, (q.subject, q.predicate, q.object, q.graph_name))) for q in graph)  # type: ignore[arg-type]
        larger.extend(quads)
    return larger


def merged(graph: Store) -> bytes:
    """Return the union of all named graphs as N-Triples, which is what pySHACL reads."""
    return b"".join(sorted({line.rsplit(b" ", 2)[0] + b" .\n" for line in nquads(graph).splitlines()}))


def compare(label: str, graph: Store) -> None:
    """Print how long both take on one graph in this process, and both whole commands where the graph is the real one."""
    triples, data, shapes = merged(graph), rdflib.Graph(), rdflib.Graph()
    data.parse(data=triples, format="nt")
    for path in sorted((ROOT / "shapes").glob("*.ttl")):
        shapes.parse(path)

    def ours() -> None:
        rules, _ = worth_asking(graph, compile_shapes(read_shapes(ROOT), graph), [])
        assert not [rows for rule in rules if (rows := run(graph, rule.query).rows)]

    def theirs() -> None:
        assert pyshacl.validate(data, shacl_graph=shapes, inference="none")[0]

    compiled, referee = median(ours), median(theirs)
    print(
        f"{label}: {len(data)} triples; pySHACL {referee:.3f}, compiled {compiled:.3f}: {referee / compiled:.1f} times"
    )
    if label != "real graph":
        return
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "data.nt").write_bytes(triples)
        shapes.serialize(Path(folder) / "shapes.ttl")
        command = [str(Path(sys.executable).parent / "pyshacl"), "-s", f"{folder}/shapes.ttl", f"{folder}/data.nt"]
        whole = median(lambda: subprocess.run(command, check=True, capture_output=True))
    check = [str(Path(sys.executable).parent / "moonpact"), "check"]
    every = median(lambda: subprocess.run(check, check=True, capture_output=True, cwd=ROOT))
    empty = median(lambda: subprocess.run([sys.executable, "-c", ""], check=True))
    print(f"  the pyshacl command {whole:.3f}, of which the interpreter's start {empty:.3f}")
    print(f"  {whole / compiled:.1f} times the compiled check, and {whole / every:.1f} times all of moonpact check")
    print(f"  moonpact check, with loading, deriving, every other rule and places: {every:.3f}")


def main() -> None:
    """Compare on the real graph and on a larger one."""
    graph = open_graph(ROOT)
    compare("real graph", graph)
    if "--tenfold" in sys.argv:
        compare("copied tenfold", multiplied(graph, 10))


if __name__ == "__main__":
    main()
