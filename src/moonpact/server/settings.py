"""What an operator can set, with the defaults."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Settings:
    """Limits and places; times in seconds, sizes in bytes unless the name says otherwise."""

    root: Path
    data: tuple[Path, ...] = ()
    location: Path | None = None
    site: Path | None = None
    host: str = "127.0.0.1"
    port: int = 7878
    base_url: str = ""
    workers: int = 3
    slow_workers: int = 4
    seconds: float = 10.0
    quick_seconds: float = 0.2
    stream_seconds: float = 60.0
    memory_mb: int = 1024
    rows: int = 1_000_000
    result_mb: int = 64
    queue: int = 64
    queue_seconds: float = 5.0
    connections: int = 1000
    cache_mb: int = 64
    stop_seconds: float = 10.0
    access_log: str = "-"
    trust_proxy: bool = False
