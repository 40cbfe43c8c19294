"""Commands for those who change the graph or ask it from elsewhere."""

import re
import sys
from pathlib import Path

import click

from moonpact.errors import MoonpactError
from moonpact.load import INSTALLED, find_root


@click.command()
@click.argument("text", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("words")
@click.option("--article", metavar="NAME", help="The article's short name; by default the one with this text.")
@click.option("--furniture", is_flag=True, help="Mark WORDS as the site's and not the article's.")
def cite(text: Path, words: str, article: str | None, *, furniture: bool) -> None:
    """Find WORDS in TEXT and print a claim to fill in, with exact offsets and digests.

    WORDS may leave a gap: "first words ... last words". White space matches any white space.
    """
    from moonpact.cite import skeletons

    click.echo(skeletons(find_root(), text, words, article, furniture=furniture), nl=False)


@click.command()
@click.argument("old")
@click.argument("new")
@click.option(
    "--format",
    "style",
    type=click.Choice(["markdown", "json", "atom"]),
    default="markdown",
    show_default=True,
)
def diff(old: str, new: str, style: str) -> None:
    """Say what differs from OLD to NEW: facts, disputes, and the answers to stored questions.

    OLD and NEW are git revisions, project folders ("." is what stands here now), dist/ folders or published addresses.
    """
    from moonpact.diff import compare
    from moonpact.difftext import render
    from moonpact.snapshots import open_snapshot

    root = find_root()
    found = compare(open_snapshot(root, old), open_snapshot(root, new), root)
    sys.stdout.write(render(found, style))


@click.command()
@click.argument("text", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--article", metavar="NAME", help="The article's short name; by default made from the file's name.")
@click.option("--publisher", metavar="NAME", default="", help="Who published it, such as organisation:spacenews.")
@click.option("--published", metavar="EDTF", default="", help="When it was published, as precisely as it is known.")
@click.option("--write", is_flag=True, help="Write data/claims/NAME.trig instead of printing.")
def draft(text: Path, article: str | None, publisher: str, published: str, write: bool) -> None:  # noqa: FBT001
    """Read an article's TEXT and print a claims file to edit: what is certain as claims, the rest as comments."""
    from moonpact.dist import write_one
    from moonpact.draft import draft as run_draft
    from moonpact.draftclaim import FILL_IN, Settings

    root = find_root()
    name = article or re.sub(r"[^a-z0-9]+", "-", text.stem.lower()).strip("-")
    made = run_draft(root, text, Settings(name, publisher, published))
    place = f"data/claims/{name}.trig"
    if write and root == INSTALLED:
        raise MoonpactError(
            "an installed package is not written to", remedy="Go into a checkout, or name one with --root."
        )
    if write:
        write_one(root / place, made)
    else:
        sys.stdout.write(made)
        click.echo(f"With --write, this becomes {place}.", err=True)
    click.echo(f"Replace each {FILL_IN} in {place}; “moonpact check {place}” names those that are left.", err=True)


@click.command()
@click.option("--known-on", metavar="DATE", help="Only what was published by then.")
def mcp(known_on: str | None) -> None:
    """Serve the graph to assistants over standard input and output (Model Context Protocol)."""
    from moonpact.api import Graph

    try:
        from moonpact.assistant import server
    except ModuleNotFoundError as error:
        raise MoonpactError(f"{error.name} is not installed", remedy="pip install 'moonpact[mcp]'") from error
    graph = Graph(find_root(), known_on)
    # what is wrong with the files is said now, not in the first answer
    _ = graph.store, graph.ask
    server(graph).run("stdio")
