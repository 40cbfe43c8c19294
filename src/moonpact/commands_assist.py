"""Commands for those who change the graph or ask it from elsewhere."""

import sys

import click

from moonpact.load import find_root


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
