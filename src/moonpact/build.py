"""The main job: text files in; checked graph, facts, answers and exports out."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from pyoxigraph import NamedNode, Store

from moonpact import dates, descriptors, exports, names
from moonpact.check import Report, check
from moonpact.dist import Stage, staged
from moonpact.errors import MoonpactError
from moonpact.progress import bar
from moonpact.queryfile import QueryFile
from moonpact.questions import Answer, read_questions, run, stream
from moonpact.tables import text

_COUNTED = ("Article", "Claim", "Fact", "Disagreement", "Dispute")


@dataclass(frozen=True)
class Result:
    """What a build read, derived and wrote."""

    report: Report
    output: Path
    questions: int
    rows: int
    written: list[str]
    files: int

    def summary(self) -> str:
        """Return a few lines for people: what there is, what was written, what to do next."""
        counted = {name: _count(self.report.store, name) for name in _COUNTED}
        changed = f"{len(self.written)} of them changed" if self.written else "none of them changed"
        return (
            f"{counted['Article']} articles, {counted['Claim']} claims, {counted['Fact']} facts, "
            f"{counted['Disagreement']} disagreements of which {counted['Dispute']} are open disputes\n"
            f"{self.report.rules} rules hold, {self.report.shapes} of them shapes; "
            f"{self.questions} questions answered in {self.rows} rows\n"
            f"{self.files} files in {self.output}, {changed}\n"
            "Next: “moonpact ask” lists the questions; “moonpact explain accession:turkiye-ilrs” shows a dispute."
        )


def build(root: Path, output: Path) -> Result:
    """Check a project and, if no rule is broken, write all its exports and answers to `output`.

    Nothing is written if there are violations, or if a question fails. Raises MoonpactError if a
    question is invalid or has no answer, or if `output` cannot be written.
    """
    report = check(root)
    if report.violations:
        return Result(report, output, 0, 0, [], 0)
    with staged(output) as stage:
        rows = write_exports(report.store, root, stage)
    return Result(report, output, len(rows), sum(rows.values()), stage.changed, len(stage.written))


def answer_all(store: Store, root: Path) -> dict[str, Answer]:
    """Return the answer to each stored question. Raises MoonpactError if one is invalid or has no answer."""
    answers = {}
    for question in read_questions(root).values():
        answers[question.name] = run(store, question.text, str(question.path))
        if not answers[question.name].rows:
            raise _unanswered(question)
    return answers


def _unanswered(question: QueryFile) -> MoonpactError:
    return MoonpactError(
        "this question has no answer in the graph",
        where=str(question.path),
        remedy="Correct the query or its example parameters.",
    )


def export(store: Store, root: Path) -> dict[str, bytes]:
    """Return every export of a graph by its name in `dist/`, with the answers to its questions."""
    with TemporaryDirectory() as folder:
        with staged(Path(folder)) as stage:
            write_exports(store, root, stage)
        return {name: (Path(folder) / name).read_bytes() for name in stage.written}


def write_exports(store: Store, root: Path, stage: Stage) -> dict[str, int]:
    """Write every export of a graph and the answers to its questions; return the number of rows by question.

    Raises MoonpactError if a question is invalid or has no answer.
    """
    questions, rows = read_questions(root), dict[str, int]()
    tables = {"claims.csv": exports.write_claims(store, stage), "facts.csv": exports.write_facts(store, stage)}
    with bar("Answering", len(questions), "questions") as told:
        for number, (name, question) in enumerate(questions.items(), 1):
            path = f"answers/{name}.csv"
            tables[path], rows[name] = exports.write_csv(stage, path, *stream(store, question.text, str(question.path)))
            if not rows[name]:
                raise _unanswered(question)
            told(number)
    counted, issued = exports.write_dataset(store, stage), last_issued(store)
    described = {name: file for name, file in stage.written.items() if not name.startswith("answers/")}
    stage.write("dataset.ttl", exports.description(counted, described, issued))
    what = descriptors.WHAT | {f"answers/{name}.csv": question.summary for name, question in questions.items()}
    stage.write(descriptors.CSV_METADATA, descriptors.csv_metadata(tables, what))
    stage.write(descriptors.CRATE, descriptors.crate(stage.written, what, issued))
    stage.write("SHA256SUMS", exports.checksums(stage.written))
    return rows


def last_issued(store: Store) -> date:
    """Return the last day on which a source can have been published: the dataset's own date."""
    issued = store.quads_for_pattern(
        None, NamedNode("http://purl.org/dc/terms/issued"), None, NamedNode(names.CLAIMS_GRAPH)
    )
    return max(dates.bounds(text(q.object))[1] for q in issued)


def _count(store: Store, kind: str) -> int:
    query = f"SELECT (COUNT(DISTINCT ?node) AS ?count) WHERE {{ GRAPH ?graph {{ ?node a <{names.PACT}{kind}> }} }}"
    return int(text(run(store, query).rows[0][0]))
