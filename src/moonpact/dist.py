"""Files to a folder, all or none: what stood there before stays whole if anything fails."""

import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from moonpact.errors import MoonpactError

_STAGE = ".staged"
# a disk takes many files at once faster than one after the other
_WRITERS = 16


def write_all(folder: Path, files: dict[str, bytes]) -> list[str]:
    """Write files (by path relative to `folder`) and return the names of those whose bytes changed.

    Everything is written and synced to a stage inside the folder before the first file is replaced, so
    a full disk or a kill in the middle leaves the previous files as they were. Files that an earlier run
    listed in SHA256SUMS and that are no longer among `files` are removed; what others put there stays.
    Raises MoonpactError if the folder cannot be written.
    """
    stage = folder / _STAGE
    earlier = _listed(folder)
    changed = [name for name, content in sorted(files.items()) if not _same(folder / name, content)]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(stage, ignore_errors=True)
        for parent in {(stage / name).parent for name in changed}:
            parent.mkdir(parents=True, exist_ok=True)
        with ThreadPoolExecutor(_WRITERS) as writers:
            list(writers.map(lambda name: _write(stage / name, files[name]), changed))
        for name in changed:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (stage / name).replace(folder / name)
        shutil.rmtree(stage, ignore_errors=True)
        for name in sorted(earlier - set(files), reverse=True):
            (folder / name).unlink(missing_ok=True)
    except OSError as error:
        shutil.rmtree(stage, ignore_errors=True)
        raise MoonpactError(
            f"cannot be written: {error.strerror or error}",
            where=str(folder),
            remedy="Nothing there was changed. Free space or permissions, then run again.",
        ) from error
    return changed


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())


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
