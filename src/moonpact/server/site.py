"""The published site's files, found by name in a list made beforehand: no request is ever a path on the disk."""

from __future__ import annotations

import hashlib
import mimetypes
import zlib
from typing import TYPE_CHECKING

from moonpact.server.messages import COMMON, Answer

if TYPE_CHECKING:
    from pathlib import Path

_TYPES = {
    ".css": "text/css", ".csv": "text/csv", ".html": "text/html", ".js": "text/javascript", ".json": "application/json",
    ".jsonld": "application/ld+json", ".nq": "application/n-quads", ".nt": "application/n-triples",
    ".rdf": "application/rdf+xml", ".svg": "image/svg+xml", ".trig": "application/trig", ".ttl": "text/turtle",
    ".txt": "text/plain", ".wasm": "application/wasm", ".webmanifest": "application/manifest+json",
    ".xml": "application/xml",
}  # fmt: skip
_PACKED = {".gz", ".png", ".jpg", ".webp", ".woff2", ".zip"}
_GZIP_FROM_BYTES = 1_000


class Site:
    """The files of a published folder, by their path in it."""

    def __init__(self, folder: Path | None) -> None:
        """Without a folder there are no files."""
        self.files: dict[str, Path] = {}
        if folder:
            found = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
            self.files = {path.relative_to(folder).as_posix(): path for path in found}

    def find(self, path: str) -> str | None:
        """Return the name of the file that stands for a path: itself, its page, or its folder's index."""
        name = path.strip("/")
        for candidate in (name, f"{name}/index.html" if name else "index.html", f"{name}.html"):
            if candidate in self.files:
                return candidate
        return None

    def read(self, name: str, *, gzip: bool) -> Answer:
        """Return a file as an answer, gzip-coded if that is wanted and of use. Raises OSError."""
        path = self.files[name]
        body = path.read_bytes()
        media = _TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        charset = "; charset=utf-8" if media.startswith("text/") else ""
        head = f"Content-Type: {media}{charset}\r\n".encode()
        tag = hashlib.sha256(body).hexdigest()[:24]
        if gzip and len(body) >= _GZIP_FROM_BYTES and path.suffix not in _PACKED:
            coder = zlib.compressobj(6, zlib.DEFLATED, 31)
            body = coder.compress(body) + coder.flush()
            head += b"Content-Encoding: gzip\r\n"
            tag += "-gzip"
        head += f'ETag: "{tag}"\r\nVary: Accept, Accept-Encoding\r\nCache-Control: no-cache\r\n'.encode()
        head += b"Content-Security-Policy: frame-ancestors 'none'\r\nReferrer-Policy: no-referrer\r\n"
        return Answer(200, head + COMMON, body)
