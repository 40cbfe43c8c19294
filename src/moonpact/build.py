"""The main job: text files in; checked graph, facts, answers and exports out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pyoxigraph import NamedNode, Store

from moonpact import dates, descriptors, exports, names
from moonpact.check import Report, check
from moonpact.dist import write_all
from moonpact.errors import MoonpactError
from moonpact.questions import Answer, read_questions, run
from moonpact.tables import render, text

_PACT = names.PACT


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
        counted = {
            name: len(
                {
                    q.subject
                    for q in self.report.store.quads_for_pattern(
                        None, NamedNode(names.RDF + "type"), NamedNode(_PACT + name)
                    )
                }
            )
            for name in ("Article", "Claim", "Fact", "Disagreement", "Dispute")
        }
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
    answers = answer_all(report.store, root)
    files = export(report.store, answers, root)
    rows = sum(len(answer.rows) for answer in answers.values())
    return Result(report, output, len(answers), rows, write_all(output, files), len(files))


def answer_all(store: Store, root: Path) -> dict[str, Answer]:
    """Return the answer to each stored question. Raises MoonpactError if one is invalid or has no answer."""
    answers = {}
    for question in read_questions(root).values():
        answers[question.name] = run(store, question.text, str(question.path))
        if not answers[question.name].rows:
            raise MoonpactError(
                "this question has no answer in the graph",
                where=str(question.path),
                remedy="Correct the query or its example parameters.",
            )
    return answers


def export(store: Store, answers: Mapping[str, Answer], root: Path) -> dict[str, bytes]:
    """Return every export of a graph by its name in `dist/`, with the answers to its questions."""
    tables = {"claims.csv": exports.claims(store), "facts.csv": exports.facts(store)}
    files = {
        "moonpact.nq": exports.nquads(store),
        "moonpact.trig": exports.trig(store),
        "facts.ttl": exports.turtle(store, names.FACTS_GRAPH),
        "facts.jsonld": exports.json_ld(store, names.FACTS_GRAPH),
        **{path: exports.to_csv(table) for path, table in tables.items()},
    }
    files["dataset.ttl"] = exports.description(store, files, last_issued(store))
    files |= {f"answers/{name}.csv": render(answer, "csv").encode() for name, answer in answers.items()}
    tables |= {f"answers/{name}.csv": answer for name, answer in answers.items()}
    what = descriptors.WHAT | {f"answers/{name}.csv": q.summary for name, q in read_questions(root).items()}
    files[descriptors.CSV_METADATA] = descriptors.csv_metadata(tables, what)
    files[descriptors.CRATE] = descriptors.crate(files, what, last_issued(store))
    files["SHA256SUMS"] = exports.checksums(files)
    return files


def last_issued(store: Store) -> date:
    """Return the last day on which a source can have been published: the dataset's own date."""
    issued = store.quads_for_pattern(
        None, NamedNode("http://purl.org/dc/terms/issued"), None, NamedNode(names.CLAIMS_GRAPH)
    )
    return max(dates.bounds(text(q.object))[1] for q in issued)
