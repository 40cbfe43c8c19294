"""What the shell offers on Tab, asked through the script that users source, and the nearest question to free words."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from moonpact.questions import nearest, read_questions

ROOT = Path(__file__).parent.parent
COMMAND = Path(sys.executable).with_name("moonpact")

SCRIPT = """
set -e
eval "$(_MOONPACT_COMPLETE=bash_source "$1")"
shift
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMPREPLY=()
_moonpact_completion "$1"
printf '%s\\n' "${COMPREPLY[@]}"
"""


def offered(*words: str) -> list[str]:
    """Return what bash offers for words as it splits them, which is also at colons."""
    bash = shutil.which("bash")
    if not bash or not COMMAND.is_file():
        pytest.skip("bash or the command moonpact is not installed")
    done = subprocess.run(
        [bash, "-c", SCRIPT, "bash", str(COMMAND), str(COMMAND), *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    return done.stdout.split()


def test_commands_and_questions_are_offered() -> None:
    assert offered("di") == ["diff"]
    assert offered("ask", "who-") == [name for name in read_questions(ROOT) if name.startswith("who-")]
    assert offered("ask", "") == list(read_questions(ROOT))


def test_a_question_offers_its_parameters_and_their_values() -> None:
    assert "--coalition" in offered("ask", "who-joined", "--")
    assert "--party" not in offered("ask", "who-joined", "--")
    assert {"--party", "--format"} <= set(offered("ask", "status-of-party", "--"))
    assert offered("ask", "who-joined", "--coalition", "coalition:il") == ["coalition:ilrs"]
    assert "ilrs" in offered("ask", "who-joined", "--coalition", "coalition", ":")
    assert offered("ask", "who-joined", "--coalition", "coalition", ":", "il") == ["ilrs"]
    assert "markdown" in offered("ask", "who-joined", "--format", "")


def test_entities_and_claims_are_offered_for_explanation() -> None:
    assert "accession:turkiye-ilrs" in offered("explain", "accession:tu")
    assert "turkiye-ilrs" in offered("explain", "accession", ":", "tu")
    assert "table-turkiye" in offered("explain", "growth-of-ilrs", ":", "table-t")


def test_nothing_is_offered_for_what_does_not_exist() -> None:
    assert (
        offered("ask", "zzz") == offered("explain", "zzz") == offered("ask", "who-joined", "--coalition", "zzz") == []
    )
    assert "--coalition" not in offered("ask", "no-such-question", "--")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("who-join", "who-joined"),
        ("WhoJoined", "who-joined"),
        ("missons", "missions"),
        ("sorces", "sources"),
        ("disputes", "in-dispute"),
        ("both sides", "both-coalitions"),
        ("who joined the ILRS?", "who-joined"),
        ("who belongs to both coalitions", "both-coalitions"),
        ("how many members per month", "members-by-month"),
        ("what do the sources deny", "denials"),
        ("which missions are planned, and when", "planned-dates"),
        ("what happened when", "events-in-order"),
    ],
)
def test_the_nearest_question_is_among_the_three_that_are_named(words: str, name: str) -> None:
    assert name in [question.name for question in nearest(ROOT, words)]
