"""The graph for assistants: a Model Context Protocol server, whose every answer cites its claims."""

import inspect
import re
from collections.abc import Callable, Iterable
from dataclasses import asdict
from datetime import date
from typing import Annotated, Any

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.server.mcpserver.tools import Tool
from mcp.types import CallToolResult, TextContent, ToolAnnotations
from pydantic import Field, ValidationError, create_model
from pyoxigraph import Literal, NamedNode

from moonpact import __version__, names, questions
from moonpact.api import Graph
from moonpact.asking import did_you_mean, entities
from moonpact.citations import Citation, cite_claims
from moonpact.confined import Confined
from moonpact.diff import compare
from moonpact.difftext import markdown
from moonpact.errors import MoonpactError
from moonpact.explain import find_iri
from moonpact.queryfile import QueryFile
from moonpact.questions import Answer, Cell
from moonpact.replies import NOTE, Reply, Told, compact, rows_told, text_told
from moonpact.snapshots import Snapshot
from moonpact.tables import text, visible

INSTRUCTIONS = (
    "Who goes to the Moon with whom, since when, on what terms, and who says so: the International Lunar Research "
    "Station and the Artemis Accords. Prefer the stored questions (tools named ask_...); use search to find names, "
    "explain for why, and sparql for what no question covers. Cite the claims of every statement that you pass on. "
    "Long answers come in pages: next_skip says how to read on. " + NOTE
)
_READ_ONLY = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)
_TIMELINE = """
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
SELECT DISTINCT ?from ?to ?subject ?property ?value ?stance ?speaker ?claim WHERE {
  VALUES ?thing { %s }
  { GRAPH ?claim { ?thing ?anyProperty ?anything } } UNION { GRAPH ?claim { ?any ?anyProperty ?thing } }
  UNION { GRAPH graph:entities { ?engagement pact:party ?thing } GRAPH ?claim { ?engagement ?anyProperty ?anything } }
  GRAPH graph:claims { ?claim a pact:Claim ; pact:stance ?stance ; pact:speaker ?speaker ; pact:holdsFrom ?from
    OPTIONAL { ?claim pact:holdsTo ?to } }
  GRAPH graph:dates { ?claim pact:earliest ?earliest ; pact:latest ?latest }
  GRAPH ?claim { ?subject ?property ?value }
} ORDER BY ?earliest ?latest ?claim ?subject ?property ?value"""


Day = Annotated[date | None, Field(description="Only what was published by this day counts, as in 2024-07-20.")]
Name = Annotated[str, Field(description="An IRI, or a short name such as country:peru or accession:turkiye-ilrs.")]
Skip = Annotated[int, Field(ge=0, description="Rows or lines already read: the next_skip of the answer before.")]
_EMPTY = "No rows. Each triple stands in a named graph, which GRAPH ?g { ... } finds; the default graph is empty."


class Assistant:
    """The tools of one graph."""

    def __init__(self, graph: Graph) -> None:
        """Keep the graph; queries of strangers go to a process of their own."""
        self.graph = graph
        self.confined = Confined(graph.root, graph.known_on)

    def question(self, question: QueryFile) -> Callable[..., Reply]:
        """Return a stored question as a typed tool."""
        types: dict[str, Any] = {"date": date | None, "integer": int | None}
        described = {"iri": "an IRI or a short name", "integer": "an integer"}
        examples = questions.examples(question)
        kinds = questions.parameters(question)
        parameters: list[tuple[str, Any, object]] = []
        for name, kind in kinds.items():
            default = f", by default {names.shorten(text(examples[name]))}" if examples[name] else ""
            shown = described.get(kind, f"a {kind}") + default
            parameters.append((name, Annotated[types.get(kind, str | None), Field(description=shown)], None))
        if "known_on" not in kinds:
            parameters.append(("known_on", Day, None))
        parameters.append(("skip", Skip, 0))

        def ask(skip: int = 0, **values: object) -> Reply:
            for name, kind in kinds.items():
                if kind == "iri" and isinstance(values.get(name), str):
                    values[name] = self._node(str(values[name])).value
            return self._rows(self.graph.ask[question.name](**values).answer, skip)

        vars(ask)["__signature__"] = inspect.Signature(
            [
                inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)
                for name, annotation, default in parameters
            ],
            return_annotation=Reply,
        )
        return ask

    def search(
        self, words: Annotated[str, Field(min_length=1, description="Names or words to look for, also misspelt.")]
    ) -> Told:
        """Find entities by name, stored questions by what they ask, and claims by the words of their notes."""
        from rapidfuzz import fuzz, process, utils

        labels = entities(self.graph.root)
        found = process.extract(
            words, labels, scorer=fuzz.WRatio, processor=utils.default_process, limit=8, score_cutoff=70
        )
        lines = ["Names:", *(f"- {label}: {name}" for label, _, name in found)]
        lines += [
            "Questions:",
            *(f"- {_name(q.name)}: {q.summary}" for q in questions.nearest(self.graph.root, words)),
        ]
        claims = self._claims_with(words)
        lines += ["Claims:", *(f"- {names.shorten(claim)}: {visible(said)}" for claim, said in claims)]
        return Told("\n".join(lines), None, self._cite(claim for claim, _ in claims), NOTE)

    def explain(self, name: Name, known_on: Day = None, skip: Skip = 0) -> Told:
        """Say why something is a fact or in dispute: the claims for and against it, or the words of one claim."""
        graph = self.graph.at(known_on) if known_on else self.graph
        return self._text(graph.explain(self._node(name).value).explanation.render(), skip)

    def timeline(self, name: Name, known_on: Day = None, skip: Skip = 0) -> Reply:
        """List all that sources say of something, and of its accessions and agreements, in the order of time."""
        graph = self.graph.at(known_on) if known_on else self.graph
        return self._rows(questions.run(graph.store, _TIMELINE % self._node(name)), skip)

    def differences(
        self,
        earlier: Annotated[date, Field(description="A day, as in 2023-10-23.")],
        later: Annotated[date, Field(description="A later day.")],
        skip: Skip = 0,
    ) -> Told:
        """Say what became known between two days: facts, disputes and answers to stored questions that moved."""
        if earlier > later:
            raise MoonpactError("the later day comes first", remedy="Exchange them.")
        own = questions.read_questions(self.graph.root)
        old, new = (Snapshot(f"known on {day}", self.graph.at(day).store, own) for day in (earlier, later))
        return self._text(markdown(compare(old, new, self.graph.root)), skip)

    def sparql(
        self,
        query: Annotated[
            str,
            Field(
                description="SPARQL 1.1: SELECT, ASK or CONSTRUCT. Name graphs with GRAPH: the default one is empty."
            ),
        ],
        skip: Skip = 0,
    ) -> Reply:
        """Answer any read query within limits of time, memory, rows and bytes; SERVICE and updates are refused.

        Each claim is a named graph. What is said of claims is in graph:claims, entities in graph:entities, facts in
        graph:facts, disagreements in graph:disagreements, bounds of dates in graph:dates (graph: is
        https://w3id.org/moonpact/graph/); terms are those of https://w3id.org/moonpact/ontology#.
        """
        results, truncated = self.confined.ask(query)
        columns = tuple(results["head"]["vars"])
        rows = tuple(tuple(_term(row.get(c)) for c in columns) for row in results["results"]["bindings"])
        return rows_told(Answer(columns, rows), self._show, self._cite, skip, empty=_EMPTY, cut=truncated)

    def _rows(self, answer: Answer, skip: int) -> Reply:
        return rows_told(answer, self._show, self._cite, skip)

    def _text(self, whole: str, skip: int) -> Told:
        return text_told(whole, self._cite, questions.entity_kinds(self.graph.root), skip)

    def _cite(self, iris: Iterable[str]) -> list[Citation]:
        return cite_claims(self.graph.store, self.graph.label, iris)

    def _show(self, cell: Cell) -> str:
        return visible(self.graph.label(cell.value) if isinstance(cell, NamedNode) else text(cell))

    def _node(self, name: str) -> NamedNode:
        """Return what a name stands for. Raises MoonpactError with names like it if the graph does not know it."""
        try:
            node = NamedNode(find_iri(name, questions.entity_kinds(self.graph.root)))
        except MoonpactError as error:
            raise MoonpactError(error.what, remedy=self._near(name)) from error
        except ValueError as error:
            raise MoonpactError(f"“{name}” is no IRI", remedy=self._near(name)) from error
        found = self.graph.store.quads_for_pattern
        if not any(
            next(found(*where), None) for where in ((node, None, None), (None, None, node), (None,) * 3 + (node,))
        ):
            raise MoonpactError(f"the graph says nothing of {name}", remedy=self._near(name))
        return node

    def _near(self, words: str) -> str:
        return did_you_mean(entities(self.graph.root), words) or "Look for its short name with search."

    def _claims_with(self, words: str) -> list[tuple[str, str]]:
        wanted = re.findall(r"\w+", words.casefold())
        found = [
            (text(quad.graph_name), quad.object.value)
            for quad in self.graph.store
            if isinstance(quad.object, Literal)
            and text(quad.graph_name).startswith(names.CLAIM)
            and wanted
            and all(word in quad.object.value.casefold() for word in wanted)
        ]
        return sorted(found)[:10]


def _term(binding: dict[str, Any] | None) -> Cell:
    if binding is None:
        return None
    if binding["type"] == "uri":
        return NamedNode(binding["value"])
    return Literal(str(binding["value"]))


class _Tool(Tool):
    async def run(self, arguments: dict[str, Any], *more: Any, **options: Any) -> Any:  # noqa: ANN401 - as the class has it
        """Run the tool; say of wrong arguments which, why, and which ones there are."""
        try:
            return await super().run(arguments, *more, **options)
        except ToolError as error:
            if not isinstance(error.__cause__, ValidationError):
                raise
            wrong = "; ".join(
                f"{'.'.join(map(str, found['loc']))}: {found['msg']}"
                for found in error.__cause__.errors(include_url=False)
            )
            raise ToolError(
                f"{wrong}\n  Parameters of {self.name}: {', '.join(self.parameters['properties'])}."
            ) from error


def _tool(function: Callable[..., Any], name: str, title: str | None, description: str) -> Tool:
    """Return a tool whose errors reach the assistant in our words, and which refuses what is no parameter of it."""

    def said(**values: object) -> CallToolResult:
        try:
            found = asdict(function(**values))
        except MoonpactError as error:
            raise ToolError(str(error)) from error
        return CallToolResult(content=[TextContent(type="text", text=compact(found))], structured_content=found)

    signature = inspect.signature(function)
    answers = Annotated[CallToolResult, signature.return_annotation]
    vars(said)["__signature__"] = signature.replace(return_annotation=answers)
    tool = _Tool.from_function(said, name, title, description, annotations=_READ_ONLY)
    loose = tool.fn_metadata.arg_model
    strict = create_model(name, __base__=loose)
    strict.model_config["extra"] = "forbid"
    strict.model_rebuild(force=True)
    tool.fn_metadata = tool.fn_metadata.model_copy(update={"arg_model": strict})
    tool.parameters = strict.model_json_schema(by_alias=True)
    return tool


def _described(question: QueryFile) -> str:
    """Return what a question says of itself, with options and questions under the names that they have here."""
    said = f"{question.summary} {question.header.get('description') or ''}".strip()
    said = re.sub(r"--(\w+)-(\w+)", r"\1_\2", said)
    return re.sub(r"the question ([a-z-]+)", lambda m: f"the tool {_name(m[1])}", said)


def _name(question: str) -> str:
    return f"ask_{question.replace('-', '_')}"


def server(graph: Graph) -> MCPServer[Any]:
    """Return the server with all its tools, ready to run."""
    assistant = Assistant(graph)
    tools = [
        _tool(assistant.question(question), _name(question.name), question.summary, _described(question))
        for question in questions.read_questions(graph.root).values()
    ]
    own = (assistant.search, assistant.explain, assistant.timeline, assistant.differences, assistant.sparql)
    tools += [_tool(tool, tool.__name__, None, inspect.getdoc(tool) or "") for tool in own]
    return MCPServer("moonpact", version=__version__, instructions=INSTRUCTIONS, tools=tools, log_level="CRITICAL")
