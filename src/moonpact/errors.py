"""The one error that reaches the user: what is wrong, where, and what to do."""


class MoonpactError(Exception):
    """An input or a circumstance that stops a command; its text is shown as it is, without traceback."""

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        """Join the three parts: `where: what` and, on the next line, the remedy."""
        self.what, self.where, self.remedy = what, where, remedy
        text = f"{where}: {what}" if where else what
        super().__init__(f"{text}\n  {remedy}" if remedy else text)

    def __reduce__(self) -> tuple[object, ...]:
        """Make the error anew from its parts where another process has raised it."""
        return _made_anew, (self.what, self.where, self.remedy)


def _made_anew(what: str, where: str, remedy: str) -> MoonpactError:
    return MoonpactError(what, where=where, remedy=remedy)
