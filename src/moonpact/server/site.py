"""The published site's files, found by name in a list made beforehand: no request is ever a path on the disk."""

from __future__ import annotations

import hashlib
import mimetypes
import os
import re
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from moonpact.server.messages import COMMON, Answer
from moonpact.server.negotiate import GRAPHS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_TYPES = {
    ".css": "text/css", ".csv": "text/csv", ".gz": "application/gzip", ".html": "text/html", ".js": "text/javascript",
    ".json": "application/json", ".jsonld": "application/ld+json", ".nq": "application/n-quads",
    ".nt": "application/n-triples", ".rdf": "application/rdf+xml", ".svg": "image/svg+xml",
    ".trig": "application/trig", ".ttl": "text/turtle", ".txt": "text/plain", ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json", ".xml": "application/xml",
}  # fmt: skip
_WELL_KNOWN = ".well-known/"
_PACKED = {".gz", ".png", ".jpg", ".webp", ".woff2", ".zip"}
_GZIP_FROM_BYTES = 1_000
_LARGE_BYTES = 1_000_000
FORMS = {suffix: media for media, suffix in reversed(GRAPHS.items())}
"""The media types of documents beside a page, by suffix."""


def alternate(name: str, suffix: str) -> str:
    """Return the link to another form of the document beside this one; `name` as it stands in an address."""
    return f'<./{name}.{suffix}>; rel="alternate"; type="{FORMS[suffix]}"'


@dataclass(frozen=True)
class Large:
    """A file that goes out in parts: the lines of its head, and where it is."""

    head: bytes
    path: Path


def _files(folder: Path, inside: str = "") -> Iterator[str]:
    """Yield the names of plain files, without following links; faster than by way of Path objects."""
    with os.scandir(folder / inside) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(folder, f"{inside}{entry.name}/")
            elif entry.is_file(follow_symlinks=False):
                yield inside + entry.name


class Site:
    """The names of the files of a published folder, from that folder on."""

    def __init__(self, folder: Path | None) -> None:
        """Without a folder there are no files."""
        self.files = set[str]()
        self._missing = b""
        if folder:
            self._folder = folder.resolve()
            self.files.update(_files(self._folder))
            if "404.html" in self.files:
                self._missing = (self._folder / "404.html").read_bytes()

    def find(self, path: str) -> str | None:
        """Return the name of the file that stands for a path: itself, its page, or the index of a folder."""
        name = path.removeprefix("/")
        candidates = (name, f"{name}.html") if name and not name.endswith("/") else (f"{name}index.html",)
        return next((candidate for candidate in candidates if candidate in self.files), None)

    def missing(self, root: str) -> Answer | None:
        """Return the page for addresses that have none, if there is one, with its links below this root."""
        if not (found := re.search(rb'data-root="([^"]*)"', self._missing)):
            return None
        body = self._missing.replace(b'="' + found[1], b'="' + root.encode())
        return Answer(404, b"Content-Type: text/html; charset=utf-8\r\nVary: Accept\r\n" + COMMON, body)

    def is_folder(self, path: str) -> bool:
        """Tell whether a path lacks but its slash at the end to be that of a folder with an index."""
        return f"{path.removeprefix('/')}/index.html" in self.files

    def forms(self, stem: str) -> list[str]:
        """Return the suffixes under which the document of a path without suffix stands beside its page."""
        return [suffix for suffix in FORMS if f"{stem}.{suffix}" in self.files]

    def read(self, name: str, *, gzip: bool) -> Answer | Large:
        """Return a file as an answer, gzip-coded if that is wanted and of use. Raises OSError."""
        path = self._folder / name
        media = _TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        if name.startswith(_WELL_KNOWN) and not path.suffix:
            media = "text/turtle"
        charset = "; charset=utf-8" if media.startswith("text/") else ""
        head = f"Content-Type: {media}{charset}\r\n".encode()
        if gzip and f"{name}.gz" in self.files:
            path, gzip = self._folder / f"{name}.gz", False
            head += b"Content-Encoding: gzip\r\n"
        stem, _, suffix = name.rpartition(".")
        if suffix == "html" and (forms := self.forms(stem)):
            links = ", ".join(alternate(quote(stem.rpartition("/")[2]), form) for form in forms)
            head += f"Link: {links}\r\n".encode()
        head += b"Vary: Accept, Accept-Encoding\r\nCache-Control: no-cache\r\nReferrer-Policy: no-referrer\r\n"
        head += b"Content-Security-Policy: frame-ancestors 'none'\r\n" + COMMON
        state = path.stat()
        if state.st_size > _LARGE_BYTES:
            tag = hashlib.sha256(repr((path.name, state.st_size, state.st_mtime_ns)).encode()).hexdigest()[:24]
            return Large(head + f'ETag: "{tag}"\r\n'.encode(), path)
        body = path.read_bytes()
        if gzip and len(body) >= _GZIP_FROM_BYTES and path.suffix not in _PACKED:
            coder = zlib.compressobj(6, zlib.DEFLATED, 31)
            body = coder.compress(body) + coder.flush()
            head += b"Content-Encoding: gzip\r\n"
        tag = hashlib.sha256(body).hexdigest()[:24]
        return Answer(200, head + f'ETag: "{tag}"\r\n'.encode(), body)
