"""Parsing of untrusted files in a process of its own, for some inputs crash any parser of their language."""

import faulthandler
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

# a file below both can neither nest so deeply nor hold so much that a parser of Turtle dies of it
HARMLESS_BYTES = 10 * 1024**2
HARMLESS_BRACKETS = 1000
MEMORY_BYTES = 4 * 1024**3
CPU_SECONDS = 60


def is_harmless(path: Path) -> bool:
    """Tell whether a Turtle or TriG file is too small and has too few brackets to kill its parser."""
    try:
        if path.stat().st_size > HARMLESS_BYTES:
            return False
        content = path.read_bytes()
    except OSError:
        # the parser meets the error again, and reports it
        return True
    return sum(content.count(opening) for opening in (b"(", b"[", b"{", b"<<")) <= HARMLESS_BRACKETS


def survives(work: Callable[[], object]) -> str:
    """Run `work` in a forked child with limits on memory and time; return why it died, or nothing.

    What `work` returns or raises does not matter, only that its process comes to an end by itself.
    On systems without fork the work is not tried.
    """
    if not hasattr(os, "fork"):
        return ""
    import resource  # only where there is fork

    sys.stdout.flush()
    sys.stderr.flush()
    child = os.fork()
    if child == 0:
        status = 0
        try:
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 1))
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
            os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
            faulthandler.disable()  # the parent tells of the death
            work()
        except MemoryError:
            status = 1
        except BaseException:  # noqa: BLE001, S110 - an error is not a death; the parent meets it again
            pass
        os._exit(status)
    _, result = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(result)
    if code == 0:
        return ""
    if code == -signal.SIGXCPU:
        return f"it takes more than {CPU_SECONDS} seconds to read"
    if code in {1, -signal.SIGABRT, -signal.SIGKILL}:
        return f"it takes more than {MEMORY_BYTES // 1024**3} GiB of memory to read"
    return "it is nested so deeply that it crashes the parser"
