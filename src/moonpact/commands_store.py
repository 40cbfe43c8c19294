"""The command `moonpact load`: the dataset into a server, or into a store on disk, or single files into that."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from moonpact.errors import MoonpactError
from moonpact.load import find_root, read_dataset, read_quads, source_files, stream_dataset


@click.command()
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--endpoint", metavar="URL", help="The server's SPARQL 1.1 query address.")
@click.option(
    "--location",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Fill an Oxigraph store on disk, or put FILES into it in place of what it holds of them.",
)
@click.option("--remove", is_flag=True, help="Take what the store on disk holds of FILES out of it.")
@click.option("--update", metavar="URL", help="Its update address; by default as --endpoint, with query as update.")
@click.option("--replace", is_flag=True, help="First drop what the server holds of Moonpact.")
@click.option(
    "--file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="NQUADS",
    help="Load this dataset instead of the project's.",
)
@click.option("--batch", type=click.IntRange(1), default=2000, show_default=True, help="Quads in one update.")
def load(  # noqa: PLR0913, PLR0917 - an argument for each option
    files: tuple[Path, ...],
    endpoint: str | None,
    location: Path | None,
    remove: bool,  # noqa: FBT001
    update: str | None,
    replace: bool,  # noqa: FBT001
    file: Path | None,
    batch: int,
) -> None:
    """Put the dataset into a SPARQL 1.1 server, in batches of whole claims, and compare what it then holds.

    A load that was cut off is resumed. Credentials: MOONPACT_ENDPOINT_USER and MOONPACT_ENDPOINT_PASSWORD.
    With --location, into a store on disk; FILES are checked and put in one by one, and only what they can affect is
    checked and derived.
    """
    from moonpact import asking, stored, upload
    from moonpact.progress import bar

    if bool(location) == bool(endpoint) or (endpoint and (files or remove)):
        raise MoonpactError("where to?", remedy="Give --endpoint URL, or --location DIR and perhaps FILES.")
    if location and files and not (update or replace or file):
        _change(find_root(), location, files, remove=remove)
        return
    if location and (files or remove or update):
        raise MoonpactError("these options do not go together", remedy="“moonpact load --help” says what each is for.")
    if not endpoint:
        quads = stream_dataset(file) if file else asking.open_graph(find_root())
        total = stored.fill_stored(Path(location or ""), quads, replace=replace)
        click.echo(f"{total} quads in {location}.", err=True)
        return
    store = read_dataset(file) if file else asking.open_graph(find_root())
    with bar("Loading", 2 * len(store), "quads") as told:
        done = upload.load_into(
            store,
            endpoint,
            update or upload.update_address(endpoint),
            replace=replace,
            batch=batch,
            progress=lambda done, _all: told(done),
        )
    before = f"{done.found} batches were there, {done.sent} were sent; " if done.found else ""
    click.echo(f"{before}{done.quads} quads in {endpoint}, each compared with what the server holds.", err=True)


def _change(root: Path, location: Path, files: Sequence[Path], *, remove: bool) -> None:
    """Put files into a store on disk, each if a check of it finds nothing wrong, or take them out.

    Ends the process with exit code 1 at the first file in which a rule is broken; the store stays as it was before it.
    """
    from moonpact import stored
    from moonpact.check import check
    from moonpact.findings import render
    from moonpact.sources import below, with_given

    for path in files:
        if not remove:
            report = check(root, [path], location=location)
            click.echo(render(report.findings, "text", base=Path.cwd()), err=True, nl=False)
            if report.violations:
                click.echo(f"{report.violations} findings; {path} was not loaded.", err=True)
                sys.exit(1)
        given = below(with_given(source_files(root), [path]), [path])
        quads = [quad for file, graph in given for quad in read_quads(file, graph)]
        out, put = stored.change_stored(location, quads, root, remove=remove)
        click.echo(f"{path}: {out} quads out, {put} in, with what they change.", err=True)
