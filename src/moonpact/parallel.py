"""Many queries of one store, by as many processes as there are processors where the store is large."""

import os
import signal
import sys
import threading
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from pyoxigraph import Store

from moonpact.errors import MoonpactError
from moonpact.questions import Answer, run

# quads from which on a process costs less than it saves
LARGE = 200_000
_shared: Store


def run_each(store: Store, queries: Sequence[tuple[str, str]]) -> list[Answer]:
    """Return the answer to each of some queries, which come with a name for errors, in their order.

    Processes are forked, so they share the store's memory; where that is not safe, this one asks all queries itself.
    Raises MoonpactError if a query is not valid or cannot be evaluated, or a process was ended from outside.
    """
    processes = len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1
    # a lock that another thread holds would be held for ever in a forked process
    if len(store) < LARGE or processes == 1 or threading.active_count() > 1:
        return [run(store, query, where) for query, where in queries]
    try:
        with ProcessPoolExecutor(processes, get_context("fork"), _share, (store,)) as executor:
            return list(executor.map(_run, queries))
    except BrokenProcessPool as error:
        raise MoonpactError(
            "a process that asked the store was ended", remedy="Is there memory for as many processes as processors?"
        ) from error


def _share(store: Store) -> None:
    global _shared  # noqa: PLW0603 - a forked process has one store, and a store cannot be sent to it
    _shared = store
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _run(query: tuple[str, str]) -> Answer:
    return run(_shared, *query)
