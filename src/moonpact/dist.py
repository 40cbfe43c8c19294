"""Files to a folder, all or none: what stood there before stays whole if anything fails."""

import os
import shutil
from pathlib import Path

from moonpact.errors import MoonpactError

_STAGE = ".staged"


def write_all(folder: Path, files: dict[str, bytes]) -> list[str]:
    """Write files (by path relative to `folder`) and return the names of those whose bytes changed.

    Everything is written and synced to a stage inside the folder before the first file is replaced, so
    a full disk or a kill in the middle leaves the previous files as they were. Files of earlier builds
    that are no longer among `files` are removed. Raises MoonpactError if the folder cannot be written.
    """
    stage = folder / _STAGE
    changed = [name for name, content in sorted(files.items()) if not _same(folder / name, content)]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(stage, ignore_errors=True)
        for name in changed:
            target = stage / name
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("wb") as out:
                out.write(files[name])
                out.flush()
                os.fsync(out.fileno())
        for name in changed:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (stage / name).replace(folder / name)
        shutil.rmtree(stage, ignore_errors=True)
        for path in sorted(folder.rglob("*"), reverse=True):
            if path.is_file() and str(path.relative_to(folder)) not in files:
                path.unlink()
    except OSError as error:
        shutil.rmtree(stage, ignore_errors=True)
        raise MoonpactError(
            f"cannot be written: {error.strerror or error}",
            where=str(folder),
            remedy="Nothing there was changed. Free space or permissions, then run again.",
        ) from error
    return changed


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
