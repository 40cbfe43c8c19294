"""A progress bar with rate and time left, for people who wait at a terminal; elsewhere nothing is shown."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

# seconds without a bar: what ends sooner needs none
PATIENCE = 0.5
# how often a bar is drawn anew, at most
_STEPS = 200
_THOUSAND, _SIGNS = 1000, ("", "k", "M", "G")


@contextmanager
def bar(label: str, length: int, unit: str) -> Iterator[Callable[[int], None]]:
    """Show on standard error how much of `length` units is done; yield what is told how much."""
    if not sys.stderr.isatty():
        yield lambda _done: None
        return
    import click

    began = time.monotonic()
    shown = click.progressbar(length=length, label=label, file=sys.stderr, item_show_func=lambda rate: rate)
    with ExitStack() as stack:

        def told(done: int) -> None:
            passed = time.monotonic() - began
            if passed < PATIENCE or (done - shown.pos < length // _STEPS and done < length):
                return
            if not shown.entered:
                stack.enter_context(shown)
            shown.update(done - shown.pos, f"{_short(done / passed)} {unit}/s")

        yield told


def _short(number: float) -> str:
    power = 0
    while number >= _THOUSAND and power < len(_SIGNS) - 1:
        number, power = number / _THOUSAND, power + 1
    return f"{number:.0f} {_SIGNS[power]}".rstrip()
