"""No sentence of an article stands in the repository: no run of eight words in common, official names aside."""

import re
import subprocess
from pathlib import Path

RUN = 8

# titles of instruments and articles, and names, are facts
OFFICIAL = [
    (
        "Memorandum of Cooperation between the China National Space Administration and the Bolivarian Space Agency"
        " of Venezuela on the International Lunar Research Station"
    ),
    "Kazakhstan Joins China-Led International Lunar Research Station",
    "International Lunar Research Station Cooperation Organization",
]


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.lower())


def runs(sequence: list[str]) -> set[tuple[str, ...]]:
    return {tuple(sequence[i : i + RUN]) for i in range(len(sequence) - RUN + 1)}


def test_no_run_of_eight_words_is_shared_with_an_article(root: Path, articles: Path) -> None:
    texts = sorted(articles.glob("*.txt"))
    assert texts
    theirs = set().union(*(runs(words(path.read_text(encoding="utf-8"))) for path in texts))
    allowed = set().union(*(runs(words(name)) for name in OFFICIAL))
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, text=True, check=True)
    found = []
    for name in filter(None, listed.stdout.split("\0")):
        path = root / name
        if path.is_file():
            ours = runs(words(path.read_text(encoding="utf-8", errors="ignore")))
            found += [f"{name}: {' '.join(shared)}" for shared in sorted((ours & theirs) - allowed)]
    assert found == []
