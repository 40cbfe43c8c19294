"""The command `moonpact serve`: each flag is also an environment variable, MOONPACT_ and its name."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from moonpact.errors import MoonpactError
from moonpact.load import find_root
from moonpact.server.settings import Settings

_Run = Callable[..., None]
_DEFAULTS = {field.name: field.default for field in dataclasses.fields(Settings)}
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


def _option(name: str, kind: Any, text: str, **more: Any) -> Callable[[_Run], _Run]:  # noqa: ANN401
    field = name.replace("-", "_")
    return click.option(
        f"--{name}", type=kind, default=_DEFAULTS[field], help=text, envvar=f"MOONPACT_{field.upper()}",
        show_default=_DEFAULTS[field] not in (None, "", ()), **more,
    )  # fmt: skip


@click.command()
@_option("host", str, "Address to listen on.")
@_option("port", click.IntRange(0, 65535), "Port to listen on; 0 takes a free one.")
@_option("data", _FILE, "Serve these RDF files instead of the project's graph.", multiple=True)
@_option("location", _FOLDER, "Serve this Oxigraph store on disk, or the one that this link points to.")
@_option("site", _FOLDER, "Serve this published folder beside the data.")
@_option("base-url", str, "The server's public address, if a proxy stands before it.")
@_option("trust-proxy", bool, "Count requests to the last address in X-Forwarded-For.", is_flag=True)
@_option("workers", click.IntRange(1), "Processes for quick queries.")
@_option("slow-workers", click.IntRange(0), "Processes for queries that take long.")
@_option("seconds", click.FloatRange(0.1), "Time for one query.")
@_option("quick-seconds", click.FloatRange(0.01), "Time after which a query counts as slow.")
@_option("stream-seconds", click.FloatRange(0.1), "Time for one query whose answer has begun.")
@_option("memory-mb", click.IntRange(64), "Memory for one query, beside the data.")
@_option("rows", click.IntRange(1), "Rows or triples in one answer.")
@_option("result-mb", click.IntRange(1), "Size of one answer.")
@_option("queue", click.IntRange(2), "Queries that may wait.")
@_option("queue-seconds", click.FloatRange(0.1), "Time that a query may wait.")
@_option("connections", click.IntRange(2), "Open connections.")
@_option("cache-mb", click.IntRange(0), "Memory for answers that are kept.")
@_option("stop-seconds", click.FloatRange(0), "Time to finish answers after SIGTERM.")
@_option("access-log", str, "A file, “-” for standard error, or nothing.")
def serve(**options: Any) -> None:  # noqa: ANN401
    """Serve the graph: SPARQL 1.1 at /sparql, linked data, stored questions.

    SIGHUP loads the data anew while the old ones are served; SIGTERM finishes what is being answered.
    """
    try:
        from moonpact.server.serve import serve as run
    except ImportError as error:
        raise MoonpactError(
            f"the server's libraries are not installed ({error.name})", remedy="pip install 'moonpact[server]'"
        ) from error
    run(Settings(root=find_root(), **options))
