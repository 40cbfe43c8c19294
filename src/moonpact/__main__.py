"""The command `moonpact`."""

import os
import re
import shutil
import sys
from datetime import date
from pathlib import Path
from typing import Any

import click

from moonpact import __version__, completion
from moonpact.commands_assist import cite, diff, draft, mcp
from moonpact.commands_store import load
from moonpact.completion import AskCommand, ExplainCommand
from moonpact.errors import MoonpactError
from moonpact.load import INSTALLED, find_root
from moonpact.server.command import serve

FINDINGS, CANNOT_RUN = 1, 2


class _Date(click.ParamType[date]):
    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:  # noqa: ANN401
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"“{value}” is no date. Write it as 2024-07-20.", param, ctx)


_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_KNOWN_ON = click.option("--known-on", type=_Date(), metavar="DATE", help="Only what was published by then.")
_ENDPOINT = click.option("--endpoint", metavar="URL", help="Ask this SPARQL 1.1 endpoint instead of the files.")
_TEXTS = click.option("--texts", type=_FOLDER, metavar="DIR", help="The articles' texts, matched by SHA-256.")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="moonpact")
@click.option("--root", type=_FOLDER, metavar="DIR", help="The project folder; by default the one you are in.")
def cli(root: Path | None) -> None:
    """Who goes to the Moon with whom, since when, on what terms, and who says so."""
    if root:
        os.environ["MOONPACT_ROOT"] = str(root)


cli.add_command(cite)
cli.add_command(diff)
cli.add_command(draft)
cli.add_command(load)
cli.add_command(mcp)


@cli.command()
@click.option("--output", type=click.Path(file_okay=False, path_type=Path), metavar="DIR", help="Default: dist/")
def build(output: Path | None) -> None:
    """Check the files, derive facts, answer every question, and write dist/."""
    from moonpact.build import build as run_build
    from moonpact.findings import render

    root = find_root()
    result = run_build(root, output or (Path() if root == INSTALLED else root) / "dist")
    if result.report.findings:
        click.echo(
            render(result.report.findings, "text", colour=_colour(sys.stderr), base=Path.cwd()),
            err=True,
            nl=False,
        )
    if result.report.violations:
        click.echo(f"{result.report.violations} findings; nothing was written.", err=True)
        sys.exit(FINDINGS)
    click.echo(result.summary())


@cli.command(cls=AskCommand, context_settings={"ignore_unknown_options": True, "allow_extra_args": True})
@click.argument("name", required=False, shell_complete=completion.questions)
@click.option("--sparql", metavar="FILE-OR-TEXT", help="Answer any read query instead of a stored question.")
@click.option(
    "--format",
    "style",
    type=click.Choice(["table", "markdown", "csv", "tsv", "json"]),
    default="table",
    show_default=True,
)
@_KNOWN_ON
@_ENDPOINT
@click.pass_context
def ask(  # noqa: PLR0913, PLR0917 - an argument for each option
    context: click.Context,
    name: str | None,
    sparql: str | None,
    style: str,
    known_on: date | None,
    endpoint: str | None,
) -> None:
    """Answer a stored question with citations; without NAME, list the questions.

    A question's parameters are options of their own: --party country:belarus.
    """
    from moonpact import asking, names, questions, tables

    root = find_root()
    values = _parameters(context.args)
    if sparql:
        if name or values:
            raise MoonpactError("--sparql stands alone", remedy="Leave out the question's name and its parameters.")
        answer = asking.ask_text(
            root, _query_text(sparql), known_on, endpoint, where=sparql if _is_file(sparql) else "--sparql"
        )
    elif name:
        answer = asking.ask(root, name, values, known_on, endpoint)
        question = questions.find_question(root, name)
        click.echo(question.summary, err=True)
        given = values if known_on is None else {**values, "known_on": ""}
        taken = {p: names.shorten(tables.text(v)) for p, v in questions.examples(question).items() if p not in given}
        if taken:
            told = ", ".join(f"--{p.replace('_', '-')} {value}" for p, value in taken.items())
            click.echo(f"Answered for {told}.", err=True)
    else:
        if values or endpoint or known_on:
            raise MoonpactError("which question?", remedy="“moonpact ask” without anything lists them.")
        for question in questions.read_questions(root).values():
            options = " ".join(
                f"--{p.replace('_', '-')} {kind.upper()}" for p, kind in questions.parameters(question).items()
            )
            click.echo(f"{question.name}  {options}".rstrip() + f"\n    {question.summary}")
        return
    label = asking.labels(root) if style in ("table", "markdown") else str
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else tables.WIDEST
    sys.stdout.write(tables.render(answer, style, label, width))
    for note in asking.notes(root, known_on):
        click.echo(note, err=True)
    if not answer.rows:
        unknown = "" if endpoint else asking.told_of_unknown(root, values.values())
        click.echo(f"No rows: {unknown or 'the sources known say nothing on this.'}", err=True)


@cli.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@_TEXTS
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json", "sarif", "github", "junit"]),
    default="text",
    show_default=True,
)
@_ENDPOINT
@click.option("--location", type=_FOLDER, metavar="DIR", help="Check PATHS against this Oxigraph store on disk.")
def check(paths: tuple[Path, ...], texts: Path | None, style: str, endpoint: str | None, location: Path | None) -> None:
    """Validate the project's files, or only what stands in PATHS, or what an endpoint holds."""
    from moonpact.check import check as run_check
    from moonpact.check import check_endpoint
    from moonpact.findings import render

    root = find_root()
    if endpoint and (paths or texts or location):
        raise MoonpactError("--endpoint stands alone", remedy="Leave out PATHS, --texts and --location.")
    report = check_endpoint(root, endpoint) if endpoint else run_check(root, paths, texts, location)
    sys.stdout.write(render(report.findings, style, colour=_colour(sys.stdout), base=Path.cwd()))
    warnings = len(report.findings) - report.violations
    counted = f"{report.violations} findings, {warnings} warnings; {report.rules} rules over {len(report.store)} quads."
    click.echo(counted, err=True)
    sys.exit(FINDINGS if report.violations else 0)


@cli.command(cls=ExplainCommand)
@click.argument("iri", shell_complete=completion.things)
@_TEXTS
@_KNOWN_ON
@_ENDPOINT
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text", show_default=True)
def explain(iri: str, texts: Path | None, known_on: date | None, endpoint: str | None, style: str) -> None:
    """Show the claims for and against IRI, with their words' places."""
    import json

    from moonpact import asking
    from moonpact.evidence import read_texts
    from moonpact.explain import explain as run_explain
    from moonpact.explain import find_iri
    from moonpact.questions import entity_kinds

    root = find_root()
    store = asking.open_graph(root, known_on, endpoint)
    try:
        found = run_explain(
            store, find_iri(iri, entity_kinds(root)), asking.labels(root), read_texts(texts) if texts else {}
        )
    except MoonpactError as error:
        meant = asking.did_you_mean(asking.entities(root), iri)
        raise MoonpactError(error.what, where=error.where, remedy=meant or error.remedy) from error
    sys.stdout.write(
        json.dumps(found.as_json(), ensure_ascii=False, indent=1) + "\n" if style == "json" else found.render()
    )


@cli.command()
@click.argument("output", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option("--address", metavar="URL", help="Where DIR will be served, for redirections and the sitemap.")
def publish(output: Path, address: str | None) -> None:
    """Write the whole site to DIR: pages, linked data and downloads, for any static host."""
    from moonpact.findings import render
    from moonpact.site.publish import ADDRESS
    from moonpact.site.publish import publish as run_publish

    result = run_publish(find_root(), output, address or ADDRESS)
    if result.report.violations:
        click.echo(
            render(result.report.findings, "text", colour=_colour(sys.stderr), base=Path.cwd()), err=True, nl=False
        )
        click.echo(f"{result.report.violations} findings; nothing was written.", err=True)
        sys.exit(FINDINGS)
    for note in result.notes:
        click.echo(note, err=True)
    changed = f"{len(result.written)} of them changed" if result.written else "none of them changed"
    click.echo(f"{result.files} files in {output}, {changed}")
    click.echo(f"Next: “moonpact serve --site {output}” shows it; or put the folder on any static host.")


cli.add_command(serve)


def _parameters(arguments: list[str]) -> dict[str, str]:
    """Return `--name value` and `--name=value` pairs as a dictionary; dashes in names become underscores."""
    values: dict[str, str] = {}
    rest = iter(arguments)
    for argument in rest:
        name, equals, value = argument.partition("=")
        if not name.startswith("--"):
            raise MoonpactError(f"“{argument}” is one word too many", remedy="Parameters are written --name value.")
        if not equals:
            value = next(rest, "")
            if not value:
                raise MoonpactError(f"{name} has no value", remedy="Parameters are written --name value.")
        values[name[2:].replace("-", "_")] = value
    return values


def _is_file(text: str) -> bool:
    return len(text) < 1024 and "\n" not in text and "\0" not in text and Path(text).is_file()  # noqa: PLR2004


def _query_text(text: str) -> str:
    if not _is_file(text):
        if re.fullmatch(r"\S+\.(rq|sparql|ru|txt)", text):
            raise MoonpactError("no such file", where=text, remedy="Give --sparql a file, or the text of a query.")
        return text
    try:
        return Path(text).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise MoonpactError(f"cannot be read: {error}", where=text) from error


def _colour(stream: Any) -> bool:  # noqa: ANN401
    return bool(stream.isatty()) and "NO_COLOR" not in os.environ


def main() -> None:
    """Run the command; an error that the user can mend is shown as text, without traceback."""
    # whoever closed our output before we began wants none of it
    sys.stdout = sys.stdout or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - open to the end
    sys.stderr = sys.stderr or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    try:
        try:
            cli(standalone_mode=False)
        finally:
            sys.stdout.flush()
    except MoonpactError as error:
        click.echo(f"moonpact: {error}", err=True)
        sys.exit(CANNOT_RUN)
    except click.ClickException as error:
        error.show()
        sys.exit(CANNOT_RUN)
    except (click.Abort, KeyboardInterrupt):
        click.echo("moonpact: stopped", err=True)
        sys.exit(130)
    except BrokenPipeError:
        # whoever read our output has enough
        _write_nowhere()
        sys.exit(0)
    except OSError as error:
        click.echo(f"moonpact: {error.filename or 'the output'}: {error.strerror or error}", err=True)
        _write_nowhere()
        sys.exit(CANNOT_RUN)


def _write_nowhere() -> None:
    """Let the interpreter end without writing what is left of the output."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    main()
