"""The process that loads the data once and forks a worker in a few milliseconds whenever one is needed."""

from __future__ import annotations

import contextlib
import gc
import hashlib
import itertools
import json
import os
import pickle
import selectors
import signal
import socket
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, NoReturn

from pyoxigraph import RdfFormat, Store

from moonpact import exports, names
from moonpact.asking import open_graph
from moonpact.errors import MoonpactError
from moonpact.questions import entity_kinds, parameters, read_questions
from moonpact.safeparse import survives
from moonpact.server.frames import ENDED, FAILED, FORK, FORKED, KILL, ORDER, READY, REPORT
from moonpact.server.output import Limits
from moonpact.server.worker import Project, drop_rights, leave_network, work

if TYPE_CHECKING:
    from pathlib import Path

    from moonpact.server.settings import Settings

_GRAPHS_LISTED = 1000
_NICE = 10


def main() -> None:
    """Serve the socket whose file descriptor is the first argument; the settings come over it first."""
    control = socket.socket(fileno=int(sys.argv[1]))
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which then hangs up
    with control.makefile("rb") as stream:
        length = int.from_bytes(stream.read(4), "little")
        settings: Settings = pickle.loads(stream.read(length))  # noqa: S301 - from our server
    if settings.location:
        # a link may point elsewhere tomorrow; this generation stays with what it pointed to when it began
        settings = replace(settings, location=settings.location.resolve())
    try:
        store, about = _load(settings)
        questions = read_questions(settings.root)
        prefixes = exports.prefixes(store) if store is not None else names.VOCABULARIES
        project = Project(questions, entity_kinds(settings.root), prefixes)
        about["questions"] = [
            {"name": q.name, "summary": q.summary, "description": str(q.header.get("description", "")),
             "tags": q.header.get("tags") or [], "parameters": parameters(q)}
            for q in questions.values()
        ]  # fmt: skip
    except MoonpactError as error:
        with contextlib.suppress(ConnectionError):
            _report(control, FAILED, str(error).encode())
        return
    gc.freeze()  # so that children share what is loaded
    alive: set[int] = set()
    try:
        _report(control, READY, json.dumps(about).encode())
        _forks(control, settings, store, project, alive)
    except ConnectionError:
        pass  # the server is gone
    finally:
        for pid in alive:
            os.kill(pid, signal.SIGKILL)


def _report(control: socket.socket, kind: bytes, text: bytes) -> None:
    control.sendall(REPORT.pack(kind, len(text), 0) + text)


def _load(settings: Settings) -> tuple[Store | None, dict[str, object]]:
    """Return the data in memory, or None if they are on disk, and what there is to say about them."""
    if settings.location:
        return None, _about_disk(settings.location)
    store = Store()
    digest = hashlib.sha256()
    for path in settings.data:
        try:
            if why := survives(lambda p=path: Store().load(path=str(p), format=_format(p))):  # type: ignore[misc]
                raise MoonpactError(f"cannot be read: {why}", where=str(path))
            store.load(path=str(path), format=_format(path))
            digest.update(path.read_bytes())
        except (OSError, ValueError, SyntaxError) as error:
            raise MoonpactError(f"cannot be read: {error}", where=str(path)) from error
    if not settings.data:
        store = open_graph(settings.root)
        digest.update(exports.nquads(store))
    return store, _about(store, digest.hexdigest())


def _format(path: Path) -> RdfFormat:
    found = RdfFormat.from_extension(path.suffix.removeprefix("."))
    if found is None:
        raise MoonpactError("no RDF format has this suffix", where=str(path), remedy="Use .nq, .trig, .ttl or .nt.")
    return found


def _about(store: Store, digest: str) -> dict[str, object]:
    graphs = itertools.islice((g.value for g in store.named_graphs()), 100 * _GRAPHS_LISTED)
    listed = sorted(itertools.islice((g for g in graphs if not g.startswith(names.CLAIM)), _GRAPHS_LISTED))
    return {"digest": digest, "quads": len(store), "graphs": listed}


def _about_disk(folder: Path) -> dict[str, object]:
    """Look at a store on disk in a process of its own: an open one has threads, which do not survive a fork."""
    stats = sorted((p.name, p.stat().st_size, p.stat().st_mtime_ns) for p in folder.iterdir() if p.name != "LOG")
    digest = hashlib.sha256(repr((str(folder), stats)).encode()).hexdigest()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            found: dict[str, object] = _about(Store.read_only(str(folder)), digest)
        except (OSError, ValueError) as error:
            found = {"error": str(error)}
        with os.fdopen(writing, "wb") as out:
            out.write(json.dumps(found).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        text = pipe.read()
    os.waitpid(child, 0)
    about: dict[str, object] = json.loads(text or '{"error": "the store crashes its engine"}')
    if "error" in about:
        raise MoonpactError(f"no store can be opened: {about['error']}", where=str(folder))
    return about


def _forks(control: socket.socket, settings: Settings, store: Store | None, project: Project, alive: set[int]) -> None:
    """Fork, kill and bury workers as told, until the server hangs up."""
    # left open until this process ends: a worker that dies after the server has hung up still writes to it
    woken, waking = os.pipe()
    for end in (woken, waking):
        os.set_blocking(end, False)
    signal.set_wakeup_fd(waking, warn_on_full_buffer=False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    selector = selectors.DefaultSelector()
    selector.register(control, selectors.EVENT_READ)
    selector.register(woken, selectors.EVENT_READ)
    while True:
        for key, _ in selector.select():
            if key.fd == woken:
                os.read(woken, 4096)
                _bury(control, alive)
                continue
            order, descriptors, _, _ = socket.recv_fds(control, ORDER.size, 1)
            if not order:
                return
            kind, pid = ORDER.unpack(order)
            if kind == FORK:
                child = os.fork()
                if child == 0:
                    selector.close()
                    control.close()
                    os.close(woken)
                    _become_worker(socket.socket(fileno=descriptors[0]), settings, store, project)
                alive.add(child)
                os.close(descriptors[0])
                control.sendall(REPORT.pack(FORKED, child, 0))
            elif pid in alive:
                os.kill(pid, signal.SIGKILL) if kind == KILL else os.setpriority(os.PRIO_PROCESS, pid, _NICE)


def _bury(control: socket.socket, alive: set[int]) -> None:
    while alive:
        pid, status = os.waitpid(-1, os.WNOHANG)
        if not pid:
            return
        alive.discard(pid)
        control.sendall(REPORT.pack(ENDED, pid, os.waitstatus_to_exitcode(status)))


def _become_worker(connection: socket.socket, settings: Settings, store: Store | None, project: Project) -> NoReturn:
    mebibyte = 1024**2
    limits = Limits(
        int(settings.seconds) + 1, settings.memory_mb * mebibyte, settings.rows, settings.result_mb * mebibyte
    )
    try:
        os.close(signal.set_wakeup_fd(-1))
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        # a crash is reported by its signal; what the engine prints about it helps nobody
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        if store is None and settings.location:
            leave_network()
            store = Store.read_only(str(settings.location))
            drop_rights(limits, keep_files=True)
        else:
            drop_rights(limits, keep_files=False)
        assert store is not None  # noqa: S101
        work(connection, store, project, limits)
    finally:
        os._exit(0)


if __name__ == "__main__":
    main()
