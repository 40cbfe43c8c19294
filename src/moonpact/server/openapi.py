"""The OpenAPI description of the stored questions, the endpoint and the graphs."""

from __future__ import annotations

from typing import Any

from moonpact import __version__
from moonpact.server.negotiate import GRAPHS, SOLUTIONS

_TYPES: dict[str, dict[str, Any]] = {
    "iri": {"type": "string", "minLength": 1, "description": "An IRI or a short name such as country:peru."},
    "date": {"type": "string", "format": "date"},
    "edtf": {"type": "string", "description": "A date of any precision (EDTF), such as 2024-07."},
    "integer": {"type": "integer"},
    "string": {"type": "string"},
}


def document(questions: list[dict[str, Any]], base_url: str) -> dict[str, Any]:
    """Return the description as an OpenAPI 3.1 document; `questions` as the data's process tells them."""
    rows = {media: {"schema": dict[str, Any]()} for media in SOLUTIONS}
    triples = {media: {"schema": dict[str, Any]()} for media in GRAPHS}
    error = {"description": "What is wrong, and what to do.", "content": {"text/plain": {"schema": {"type": "string"}}}}
    errors = dict.fromkeys(("400", "403", "404", "406", "413", "415", "500", "503"), error)
    query = {"name": "query", "in": "query", "schema": {"type": "string"}, "description": "SPARQL 1.1 query."}
    graph_lists = [
        {"name": name, "in": "query", "schema": {"type": "array", "items": {"type": "string"}}}
        for name in ("default-graph-uri", "named-graph-uri")
    ]
    answers = {"200": {"description": "The answer.", "content": rows | triples}, **errors}
    paths: dict[str, Any] = {
        "/sparql": {
            "get": {
                "summary": "SPARQL 1.1 Protocol: ask, or describe the service if no query is given.",
                "operationId": "query",
                "parameters": [query, *graph_lists],
                "responses": answers,
            },
            "post": {
                "summary": "SPARQL 1.1 Protocol, for long queries.",
                "operationId": "queryByPost",
                "parameters": graph_lists,
                "requestBody": {
                    "required": True,
                    "content": {
                        "application/sparql-query": {"schema": {"type": "string"}},
                        "application/x-www-form-urlencoded": {
                            "schema": {"type": "object", "properties": {"query": {"type": "string"}}}
                        },
                    },
                },
                "responses": answers,
            },
        },
        "/graphs": {
            "get": {
                "summary": "SPARQL 1.1 Graph Store Protocol, read-only.",
                "operationId": "graph",
                "parameters": [
                    {"name": "graph", "in": "query", "schema": {"type": "string"}},
                    {"name": "default", "in": "query", "allowEmptyValue": True, "schema": {"type": "string"}},
                ],
                "responses": {"200": {"description": "The graph's triples.", "content": triples}, **errors},
            }
        },
        "/questions": {
            "get": {
                "summary": "The stored questions.",
                "operationId": "questions",
                "responses": {
                    "200": {"description": "Names, summaries, parameters.", "content": {"application/json": {}}}
                },
            }
        },
    }
    for question in questions:
        parameters = [
            {"name": name, "in": "query", "schema": _TYPES.get(kind, _TYPES["string"])}
            for name, kind in question["parameters"].items()
        ]
        paths[f"/questions/{question['name']}"] = {
            "get": {
                "summary": question["summary"],
                "description": question["description"],
                "operationId": question["name"],
                "tags": question["tags"],
                "parameters": parameters,
                "responses": {"200": {"description": "Rows, each with its claims.", "content": rows}, **errors},
            }
        }
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Moonpact",
            "version": __version__,
            "license": {"name": "CC BY 4.0", "identifier": "CC-BY-4.0"},
        },
        "servers": [{"url": base_url}],
        "paths": paths,
    }
