"""What the shell offers on Tab: questions, their parameters, and the names of entities and claims."""

from pathlib import Path

import click
from click.shell_completion import CompletionItem

from moonpact.errors import MoonpactError
from moonpact.load import find_root


def questions(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Offer the stored questions, each with what it asks."""
    from moonpact.questions import read_questions

    root = _root()
    found = read_questions(root).values() if root else ()
    return [CompletionItem(q.name, help=q.summary) for q in found if q.name.startswith(incomplete)]


class AskCommand(click.Command):
    """A command whose further options are the parameters of the question that it is given."""

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Offer the question's parameters, and for a parameter its values."""
        from moonpact.questions import find_question, parameters

        root, name = _root(), ctx.params.get("name")
        offered = super().shell_complete(ctx, incomplete)
        if not root or not name:
            return offered
        try:
            known = {f"--{p.replace('_', '-')}": kind for p, kind in parameters(find_question(root, name)).items()}
        except MoonpactError:
            return offered
        typed = [word for word in ctx.args if word.startswith("--")]
        if typed and known.get(typed[-1]) == "iri" and not incomplete.startswith("-"):
            return _named(ctx.args, incomplete)
        return [CompletionItem(p, help=kind) for p, kind in known.items() if p.startswith(incomplete or "--")] + offered


class ExplainCommand(click.Command):
    """A command whose argument is the prefixed name of an entity or a claim."""

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Offer what comes after a colon, where bash has made words of their own of it and what stands before."""
        words = [ctx.params.get("iri") or "", *ctx.args]
        if words[-1] == ":" or incomplete == ":":
            return _named(words, incomplete)
        return super().shell_complete(ctx, incomplete)


def things(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Offer the prefixed names of entities and claims."""
    return _named([], incomplete)


def _named(words: list[str], incomplete: str) -> list[CompletionItem]:
    """Offer prefixed names; bash splits words at colons and wants what stands behind the last one."""
    before = ""
    if incomplete == ":" and words:
        before, incomplete = f"{words[-1]}:", ""
    elif len(words) > 1 and words[-1] == ":":
        before = f"{words[-2]}:"
    return [CompletionItem(name[len(before) :]) for name in _names() if name.startswith(before + incomplete)]


def _names() -> list[str]:
    from moonpact import names
    from moonpact.load import read_quads, source_files
    from moonpact.tables import text

    root, found = _root(), set()
    for path, graph in source_files(root) if root else ():
        if graph in {names.ENTITIES_GRAPH, names.CLAIMS_GRAPH}:
            for quad in read_quads(path, graph):
                iri = text(quad.subject)
                if text(quad.graph_name) == graph and iri.startswith((names.ID, names.CLAIM)):
                    found.add(names.shorten(iri))
    return sorted(found)


def _root() -> Path | None:
    try:
        return find_root()
    except MoonpactError:
        return None
