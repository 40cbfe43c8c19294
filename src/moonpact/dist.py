"""Files to a folder, all or none: what stood there before stays whole if anything fails."""

import filecmp
import hashlib
import os
import shutil
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from moonpact.errors import MoonpactError

_STAGE = ".staged"
_SCRATCH = ".scratch"
# a disk takes many files at once faster than one after the other
_WRITERS = 16


@dataclass(frozen=True)
class Written:
    """Size in bytes and SHA-256 (hexadecimal) of a file."""

    size: int
    sha256: str


def measured(content: bytes) -> Written:
    """Return size and SHA-256 of a content."""
    return Written(len(content), hashlib.sha256(content).hexdigest())


class Output:
    """A binary file that is measured while it is written."""

    def __init__(self, file: IO[bytes]) -> None:
        """Begin with an empty file."""
        self._file, self._size, self._digest = file, 0, hashlib.sha256()

    def write(self, data: bytes) -> int:
        """Append `data` and return its size."""
        self._size += len(data)
        self._digest.update(data)
        return self._file.write(data)

    def flush(self) -> None:
        """Hand what is written to the system."""
        self._file.flush()

    def measured(self) -> Written:
        """Return size and SHA-256 of what was written so far."""
        return Written(self._size, self._digest.hexdigest())


class Stage:
    """Files that will replace those of a folder together; `written` has each by its path relative to the folder."""

    def __init__(self, folder: Path) -> None:
        """Stage files inside `folder`, where there is room for them and from where they move without copying."""
        self._folder, self._stage = folder, folder / _STAGE
        self.written: dict[str, Written] = {}
        self.changed: list[str] = []

    def path(self, name: str) -> Path:
        """Return where a staged file lies."""
        return self._stage / name

    @property
    def scratch(self) -> Path:
        """Return a folder for what is needed until the files are in place."""
        folder = self._stage / _SCRATCH
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    @contextmanager
    def open(self, name: str) -> Iterator[Output]:
        """Write one file as a stream."""
        path = self.path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            out = Output(file)
            yield out
        self.written[name] = out.measured()

    def write(self, name: str, content: bytes) -> None:
        """Write one file whole, unless it stands in the folder as it is."""
        if _same(self._folder / name, content):
            self.written[name] = measured(content)
            return
        with self.open(name) as out:
            out.write(content)

    def write_all(self, files: Mapping[str, bytes]) -> None:
        """Write many files whole."""
        with ThreadPoolExecutor(_WRITERS) as writers:
            list(writers.map(self.write, files, files.values()))

    def commit(self) -> None:
        """Sync what differs, then put it into the folder; remove what an earlier run listed and this one did not."""
        earlier = _listed(self._folder)
        staged = [name for name in sorted(self.written) if self.path(name).exists()]
        self.changed = [name for name in staged if not _equal(self.path(name), self._folder / name)]
        with ThreadPoolExecutor(_WRITERS) as writers:
            list(writers.map(_sync, map(self.path, self.changed)))
        for name in self.changed:
            (self._folder / name).parent.mkdir(parents=True, exist_ok=True)
            self.path(name).replace(self._folder / name)
        for name in sorted(earlier - set(self.written), reverse=True):
            (self._folder / name).unlink(missing_ok=True)


@contextmanager
def staged(folder: Path) -> Iterator[Stage]:
    """Yield a stage for `folder` whose files replace those of the folder at the end, if nothing fails.

    Everything is written and synced to the stage, inside the folder, before the first file is replaced, so
    a full disk or a kill in the middle leaves the previous files as they were. Files that an earlier run
    listed in SHA256SUMS and that are not written again are removed; what others put there stays.
    Raises MoonpactError if the folder cannot be written.
    """
    new = not folder.exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(folder / _STAGE, ignore_errors=True)
        yield (stage := Stage(folder))
        stage.commit()
        new = False
    except OSError as error:
        raise MoonpactError(
            f"cannot be written: {error.strerror or error}",
            where=str(folder),
            remedy="Nothing there was changed. Free space or permissions, then run again.",
        ) from error
    finally:
        shutil.rmtree(folder / _STAGE, ignore_errors=True)
        if new:
            with suppress(OSError):
                folder.rmdir()


def write_all(folder: Path, files: Mapping[str, bytes]) -> list[str]:
    """Write files (by path relative to `folder`) as `staged` does; return the names of those whose bytes changed."""
    with staged(folder) as stage:
        stage.write_all(files)
    return stage.changed


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _listed(folder: Path) -> set[str]:
    """Return the files that an earlier run listed with their checksums, as far as they lie inside the folder."""
    try:
        lines = (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return set()
    listed = (line.partition("  ")[2] for line in lines)
    inside = folder.resolve()
    return {name for name in listed if name and (folder / name).resolve().is_relative_to(inside)}


def _same(path: Path, content: bytes) -> bool:
    try:
        return path.stat().st_size == len(content) and path.read_bytes() == content
    except OSError:
        return False


def _equal(one: Path, other: Path) -> bool:
    try:
        return filecmp.cmp(one, other, shallow=False)
    except OSError:
        return False


def write_one(path: Path, content: str) -> None:
    """Write one text file whole or not at all. Raises MoonpactError if it cannot be written."""
    stage = path.with_name(f".{path.name}.staged")
    try:
        with stage.open("w", encoding="utf-8") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        stage.replace(path)
    except OSError as error:
        stage.unlink(missing_ok=True)
        raise MoonpactError(
            f"cannot be written: {error.strerror or error}", where=str(path), remedy="Free space or permissions."
        ) from error
