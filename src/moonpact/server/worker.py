"""A process that evaluates: one job at a time, with little memory and time, without files or network."""

from __future__ import annotations

import ctypes
import pickle
import resource
import time
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, TypeVar, cast

import pyoxigraph
from pyoxigraph import DefaultGraph, NamedNode, Quad, QueryResultsFormat, RdfFormat, Store, Triple

from moonpact import names
from moonpact.errors import MoonpactError
from moonpact.questions import bind
from moonpact.server import frames
from moonpact.server.guard import refuse_federation, refuse_foreign_graphs
from moonpact.server.output import Limits, Output, send
from moonpact.server.protocol import Refusal

if TYPE_CHECKING:
    import socket
    from collections.abc import Iterable, Iterator

    from moonpact.queryfile import QueryFile

SOLUTIONS = {
    "srj": QueryResultsFormat.JSON,
    "srx": QueryResultsFormat.XML,
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
}
GRAPHS = {
    "ttl": RdfFormat.TURTLE,
    "nt": RdfFormat.N_TRIPLES,
    "rdf": RdfFormat.RDF_XML,
    "jsonld": RdfFormat.JSON_LD,
    "trig": RdfFormat.TRIG,
    "nq": RdfFormat.N_QUADS,
}
RETIRE_KILOBYTES = 64_000
_VERSION = NamedNode(names.expand("owl:versionIRI"))
_Statement = TypeVar("_Statement", Triple, Quad)
_CLONE_NEWUSER, _CLONE_NEWNET = 0x10000000, 0x40000000


@dataclass(frozen=True)
class Project:
    """What jobs can ask for beside the data."""

    questions: dict[str, QueryFile]
    kinds: set[str]
    prefixes: dict[str, str]


def drop_rights(limits: Limits, *, keep_files: bool) -> None:
    """Give up what a query needs not: memory, files, network, cores, processes.

    Without a free file descriptor nothing can be opened, no file and no socket. A store on disk opens files as
    it goes; then (`keep_files`) the process leaves the network instead, where the system lets it.
    """
    with open("/proc/self/statm", encoding="ascii") as statm:  # noqa: PTH123
        size = int(statm.read().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (size + limits.memory_bytes,) * 2)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    if not keep_files:
        resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))


def leave_network() -> bool:
    """Move this process into an empty network namespace; tell whether the system let it."""
    libc = ctypes.CDLL(None, use_errno=True)
    return any(libc.unshare(flags) == 0 for flags in (_CLONE_NEWNET, _CLONE_NEWUSER | _CLONE_NEWNET))


def work(connection: socket.socket, store: Store, project: Project, limits: Limits) -> None:
    """Do jobs until the server hangs up."""
    stream = connection.makefile("rb")
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    usual = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    while header := stream.read(4):
        job = frames.Job(*pickle.loads(stream.read(int.from_bytes(header, "little"))))  # noqa: S301 - from our server
        seconds = int(time.process_time()) + 1 + limits.cpu_seconds
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, hard))
        try:
            output = _run(connection, store, project, limits, job)
            output.close(_retire(usual))
        except Refusal as refusal:
            fault = refusal.status, refusal.message
        except MoonpactError as error:
            fault = 400, str(error).removeprefix("--")  # over HTTP a parameter is no flag
        except SyntaxError as error:
            fault = 400, f"Not valid SPARQL: {error}"
        except (RuntimeError, ValueError) as error:
            fault = 400, f"The query cannot be evaluated: {error}"
        except (OSError, MemoryError) as error:
            fault = 500, f"The query failed: {error}"
        else:
            continue
        send(connection, frames.ERROR, frames.error(*fault), _retire(usual))


def _retire(usual: int) -> int:
    """Return the flag that this process has grown so much that a fresh one is better."""
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - usual > RETIRE_KILOBYTES
    return frames.RETIRE if grown else 0


def _run(connection: socket.socket, store: Store, project: Project, limits: Limits, job: frames.Job) -> Output:
    if job.kind in ("query", "question"):
        return _query(connection, store, project, limits, job)
    output = Output(connection, limits, job.graphs, frames.GRAPHS, gzip=job.gzip)
    if job.kind == "graph":
        graph = NamedNode(job.text) if job.text else DefaultGraph()
        if job.text and not store.contains_named_graph(graph):
            raise Refusal(404, f"The dataset has no graph <{job.text}>.")
        quads: Iterable[Quad] = store.quads_for_pattern(None, None, None, graph)
        _write_graph((quad.triple for quad in quads), output, job.graphs, limits)
        return output
    found = list(described(store, _unversioned(store, job.text), whole=job.graphs in ("trig", "nq")))
    if not found and not store.contains_named_graph(NamedNode(job.text)):
        raise Refusal(404, f"The dataset says nothing about <{job.text}>.")
    if job.kind == "describe":
        prefixes = _prefixes(found, project.prefixes)
        if job.graphs in ("trig", "nq"):
            _write_graph(found, output, job.graphs, limits, prefixes)
        else:
            _write_graph({quad.triple: None for quad in found}, output, job.graphs, limits, prefixes)
    return output


def _query(connection: socket.socket, store: Store, project: Project, limits: Limits, job: frames.Job) -> Output:
    text = job.text
    if job.kind == "question":
        text = bind(project.questions[job.text], dict(job.values), project.kinds)
    refuse_federation(text)
    default, named = job.default_graphs, job.named_graphs
    if default is None and named is None:
        refuse_foreign_graphs(text, store)
        results = store.query(text, base_iri=names.BASE)
    else:
        results = store.query(
            text,
            base_iri=names.BASE,
            default_graph=[NamedNode(graph) for graph in default or ()],
            named_graphs=[NamedNode(graph) for graph in named or ()],
        )
    if isinstance(results, pyoxigraph.QuerySolutions | pyoxigraph.QueryBoolean):
        if not job.solutions:
            raise Refusal(406, "A SELECT or ASK query is answered as JSON, XML, CSV or TSV.")
        output = Output(connection, limits, job.solutions, 0, gzip=job.gzip)
        results.serialize(cast("IO[bytes]", output), SOLUTIONS[job.solutions])
        return output
    if not job.graphs:
        raise Refusal(406, "A CONSTRUCT or DESCRIBE query is answered as an RDF format.")
    output = Output(connection, limits, job.graphs, frames.GRAPHS, gzip=job.gzip)
    _write_graph(results, output, job.graphs, limits)
    return output


def _write_graph(
    statements: Iterable[_Statement],
    output: Output,
    suffix: str,
    limits: Limits,
    prefixes: dict[str, str] | None = None,
) -> None:
    pyoxigraph.serialize(
        _counted(statements, limits.rows), cast("IO[bytes]", output), GRAPHS[suffix], prefixes=prefixes
    )


def _counted(statements: Iterable[_Statement], most: int) -> Iterator[_Statement]:
    for n, statement in enumerate(statements):
        if n >= most:
            raise Refusal(500, f"The answer has more than {most} triples.")
        yield statement


def _unversioned(store: Store, iri: str) -> str:
    """Return the IRI of which this one is the version that the dataset holds, or the IRI itself."""
    found = (quad.subject for quad in store.quads_for_pattern(None, _VERSION, NamedNode(iri)))
    return next((subject.value for subject in found if isinstance(subject, NamedNode)), iri)


def described(store: Store, iri: str, *, whole: bool) -> Iterator[Quad]:
    """Yield what the dataset says about an IRI.

    That is: the quads with it as subject, those of facts and entities with it as object, and the graph that it
    names. The content of claims is quoted, not asserted; it comes only as part of the `whole`, where the format
    keeps it in its named graph.
    """
    node = NamedNode(iri)
    for quad in store.quads_for_pattern(node, None, None):
        if whole or not _is_claim(quad):
            yield quad
    for graph in (names.FACTS_GRAPH, names.ENTITIES_GRAPH):
        if not iri.startswith(names.PACT):
            yield from store.quads_for_pattern(None, None, node, NamedNode(graph))
    if whole or not iri.startswith(names.CLAIM):
        yield from store.quads_for_pattern(None, None, None, node)


def _is_claim(quad: Quad) -> bool:
    return isinstance(quad.graph_name, NamedNode) and quad.graph_name.value.startswith(names.CLAIM)


def _prefixes(quads: list[Quad], known: dict[str, str]) -> dict[str, str]:
    spaces = {iri: prefix for prefix, iri in known.items()}
    iris = {t.value for q in quads for t in (q.subject, q.predicate, q.object) if isinstance(t, NamedNode)}
    used = {iri[: max(iri.rfind("/"), iri.rfind("#")) + 1] for iri in iris}
    return {spaces[space]: space for space in sorted(used) if space in spaces}
