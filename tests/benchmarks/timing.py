"""Results of a benchmark process: lines of JSON on standard output."""

import json
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).parents[2]
RUNS, ENOUGH_SECONDS = 3, 5.0
T = TypeVar("T")


def tell(**what: object) -> None:
    """Print one result."""
    print(json.dumps(what), flush=True)


def timed(task: str, work: Callable[[], T], *, warm: bool = False) -> T:
    """Tell the median seconds of up to `RUNS` runs, and return what the last one gave; a slow task runs once.

    With `warm`, a run that fills caches goes first and counts only if it is slow.
    Beside the seconds that passed stand those of the processor, of this process and of those that it started.
    """
    seconds: list[tuple[float, float]] = []
    while True:
        start, before = time.perf_counter(), _processor()
        result = work()
        seconds.append((time.perf_counter() - start, _processor() - before))
        if len(seconds) == RUNS + warm or sum(passed for passed, _ in seconds) >= ENOUGH_SECONDS:
            break
        del result  # so that a run does not hold the memory of the one before
    if warm and len(seconds) > 1:
        del seconds[0]
    passed, processor = (sorted(column)[len(seconds) // 2] for column in zip(*seconds, strict=True))
    tell(task=task, seconds=passed, processor=processor, result=result if isinstance(result, int) else None)
    return result


def _processor() -> float:
    return time.process_time() + sum(os.times()[2:4])


def missing(what: str) -> SystemExit:
    """Tell what is not installed, and return the exception that ends the process."""
    tell(missing=what)
    return SystemExit(0)
