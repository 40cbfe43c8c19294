"""Ours and the peers in turn, in one run: growth, load, derive, check, each stored question, exports: `make bench`.

Writes `bench.md` (tables), `bench.json` (every figure) and `bench.svg` (seconds over sizes) to a folder. Each engine
runs in a process of its own, of which the peak memory is read. A question that takes longer than the limit is cut off,
if need be with its process, and counts as if it had taken as long as the limit: the ratio is then a lower bound.
"""

import argparse
import json
import math
import os
import selectors
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.growth import ENGINES as GROWING
from benchmarks.peers import ENGINES
from benchmarks.timing import ROOT
from benchmarks.world import write_nquads

OURS = "moonpact"
TASKS = ("growth", "pipeline", "questions")
OVER = "over the limit"
LOAD_LIMIT, GROWTH_LIMIT = 900.0, 1800.0
# what an engine may take beyond the limit of a question: to be cut off, and for a server to start again
GRACE = 120.0
# several threads or processes: of these the seconds that pass are compared, of the others those of the processor
BY_CLOCK = ("Virtuoso", "Fuseki TDB2", "maplib")
# quads beyond which an engine's memory does not suffice
MOST = {"rdflib": 2_000_000}
# quads from which on growth is measured: below, what every run costs weighs too much
GROWN = 100_000


@dataclass
class Run:
    """What one engine did at one size: seconds, those of the processor, limits passed, rows, what failed, peak MB."""

    seconds: dict[str, float] = field(default_factory=dict)
    processor: dict[str, float] = field(default_factory=dict)
    over: dict[str, float] = field(default_factory=dict)
    rows: dict[str, tuple[int, str | None]] = field(default_factory=dict)
    failed: dict[str, str] = field(default_factory=dict)
    megabytes: float = 0.0


def run(engine: str, task: str, file: Path, wanted: list[str], limit: float) -> Run:
    """Run an engine in processes of its own until every wanted question was tried."""
    result, left = Run(), list(wanted)
    while True:
        message = _once(engine, task, file, left, limit, result)
        if message == "done":
            return result
        tried = result.seconds.keys() | result.failed.keys() | result.over.keys()
        stuck = next((name for name in left if name not in tried), None)
        if not stuck or (task == "questions" and "load" not in tried):
            result.failed[task] = message
            return result
        if message == OVER:
            result.over[stuck] = limit
        else:
            result.failed[stuck] = message
        left = left[left.index(stuck) + 1 :]


def _once(engine: str, task: str, file: Path, left: list[str], limit: float, result: Run) -> str:  # noqa: PLR0913, PLR0917
    command = [sys.executable, "-m", "benchmarks.peers", engine, task, str(file), str(limit), *left]
    paths = os.pathsep.join(filter(None, [str(ROOT / "tests"), os.environ.get("PYTHONPATH")]))
    environment = {**os.environ, "PYTHONPATH": paths, "PYTHONWARNINGS": "ignore"}
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, start_new_session=True
    )
    assert process.stdout
    message, last, patience = OVER, time.monotonic(), LOAD_LIMIT
    with selectors.DefaultSelector() as selector:
        selector.register(process.stdout, selectors.EVENT_READ)
        while selector.select(last + max(limit, patience) - time.monotonic()):
            line = process.stdout.readline()
            if not line:
                error = process.stderr.read().decode(errors="replace") if process.stderr else ""
                message = (error.strip().splitlines() or ["ended without a word"])[-1][:200]
                break
            last, told, patience = time.monotonic(), json.loads(line), limit + GRACE
            result.megabytes = max(result.megabytes, _memory(process.pid))
            if told.get("done"):
                message = "done"
                break
            if "missing" in told:
                result.failed[task], message = f"not installed: {told['missing']}", "done"
                break
            if "error" in told:
                result.failed[told["task"]] = told["error"]
            elif "over" in told:
                result.over[told["task"]] = told["over"]
            elif "rows" in told:
                result.rows[told["task"]] = (told["rows"], told["digest"])
            else:
                result.seconds.setdefault(told["task"], told["seconds"])
                if "processor" in told:
                    result.processor.setdefault(told["task"], told["processor"])
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    return message


def _memory(session: int) -> float:
    """Return the peak resident memory of a session's processes, in MB."""
    total = 0.0
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            fields = (status.parent / "stat").read_text().rpartition(")")[2].split()
            if int(fields[3]) == session:
                peak = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
                total += int(peak.split()[1]) / 1024
        except (OSError, StopIteration):
            continue
    return total


def ratios(ours: Run, theirs: Run, *, by_clock: bool) -> dict[str, float]:
    """Return their seconds over ours, on the questions that we answered and they answered or took too long for."""
    mine, them = (ours.seconds, theirs.seconds) if by_clock else (ours.processor, theirs.processor)
    both = (mine.keys() & (them.keys() | theirs.over.keys())) - {"load"}
    return {q: theirs.over.get(q, them.get(q, 0.0)) / mine[q] for q in sorted(both)}


def same(one: tuple[int, str | None], other: tuple[int, str | None]) -> bool:
    """Return whether two answers have the same rows, as far as both tell them."""
    return one[0] == other[0] and (one[1] == other[1] or None in {one[1], other[1]})


def exponent(points: Sequence[tuple[float, float]]) -> float | None:
    """Return the slope of seconds over size by least squares, both logarithmic; None for a single size."""
    if len(points) < 2:
        return None
    return statistics.linear_regression(*zip(*((math.log(n), math.log(s)) for n, s in points), strict=True)).slope


Results = dict[int, dict[str, dict[str, Run]]]


def table(results: Results) -> str:
    """Return the results as Markdown."""
    lines: list[str] = []
    for size, tasks in ((n, tasks) for n, tasks in results.items() if "questions" in tasks):
        lines += [f"### {size:,} quads", "", *question_tables(tasks["questions"])]
        if "pipeline" in tasks:
            lines += ["", "| task | engine | seconds |", "| --- | --- | --- |"]
        for engine, got in tasks.get("pipeline", {}).items():
            lines += [f"| {task} | {engine} | {seconds:.3f} |" for task, seconds in got.seconds.items()]
            lines += [f"| {task} | {engine} | {why} |" for task, why in got.failed.items()]
        failed = [f"{e}: {q} ({why})" for e, got in tasks["questions"].items() for q, why in got.failed.items()]
        lines += ["", "Could not run: " + ("; ".join(failed) or "nothing") + ".", ""]
    return "\n".join(lines + growth_table(results)) + "\n"


def question_tables(engines: dict[str, Run]) -> list[str]:
    """Return each engine's questions together, against ours, and one by one."""
    ours = engines.get(OURS, Run())
    head = "load, s | questions: times ours | answered | over the limit | other rows | ours slower, most | peak MB"
    lines = [f"| engine | {head} |", "| --- " * 8 + "|"]
    for engine, got in engines.items():
        if "load" not in got.seconds:
            lines.append(f"| {engine} | not run: {next(iter(got.failed.values()), '')} |" + " |" * 6)
            continue
        times = ratios(ours, got, by_clock=engine in BY_CLOCK)
        mean = f"{'at least ' if got.over else ''}{statistics.geometric_mean(times.values()):.2f}" if times else "-"
        other = [q for q in got.rows.keys() & ours.rows.keys() if not same(got.rows[q], ours.rows[q])]
        slower = sorted((q for q in times if times[q] < 1), key=times.__getitem__)
        most = f"{len(slower)}, {slower[0]} {1 / times[slower[0]]:.2f} times" if slower else "none"
        cells = [f"{got.seconds['load']:.2f}", mean, str(len(got.rows)), str(len(got.over)), str(len(other)), most]
        lines.append(f"| {engine} | {' | '.join(cells)} | {got.megabytes:.0f} |")
    asked = sorted({q for got in engines.values() for q in got.seconds.keys() | got.over.keys()} - {"load"})
    lines += ["", f"| question, seconds | rows | {' | '.join(engines)} |", "| --- " * (len(engines) + 2) + "|"]
    for question in asked:
        cells = [_cell(got, question, by_clock=engine in BY_CLOCK) for engine, got in engines.items()]
        lines.append(f"| {question} | {ours.rows.get(question, ('-',))[0]} | {' | '.join(cells)} |")
    return lines


def _cell(got: Run, question: str, *, by_clock: bool) -> str:
    if question in got.over:
        return f"over {got.over[question]:g}"
    seconds = (got.seconds if by_clock else got.processor).get(question)
    return "-" if seconds is None else f"{seconds:.4f}"


def growth_table(results: Results) -> list[str]:
    """Return what each engine needs at each size, and by which power of the size that grows from `GROWN` quads on."""
    found = {size: tasks["growth"] for size, tasks in results.items() if "growth" in tasks}
    if not found:
        return []
    heads = [f"{size:,}: seconds (processor)" for size in found]
    lines = ["### Growth", "", f"| task | engine | {' | '.join(heads)} | exponent |", "| --- " * (len(heads) + 3) + "|"]
    names = {(task, engine): None for runs in found.values() for engine, got in runs.items() for task in got.seconds}
    for task, engine in names:
        runs = {n: engines[engine] for n, engines in found.items() if task in engines.get(engine, Run()).seconds}
        cells = [f"{runs[n].seconds[task]:.2f} ({runs[n].processor[task]:.2f})" if n in runs else "-" for n in found]
        slope = exponent([(n, got.processor[task]) for n, got in runs.items() if n >= GROWN])
        lines.append(f"| {task} | {engine} | {' | '.join(cells)} | {f'{slope:.2f}' if slope else '-'} |")
    for engine in dict.fromkeys(engine for engines in found.values() for engine in engines):
        peaks = [f"{engines.get(engine, Run()).megabytes:,.0f} MB" for engines in found.values()]
        lines.append(f"| peak memory | {engine} | {' | '.join(peaks)} | |")
    return lines


def drawing(results: Results) -> str:
    """Return an SVG: the seconds that each engine needs to load, over the sizes, both axes logarithmic."""
    series: dict[str, list[tuple[float, float]]] = {}
    for size, tasks in results.items():
        for engine, got in (tasks.get("growth") or tasks["questions"]).items():
            if "load" in got.seconds:
                series.setdefault(engine, []).append((math.log10(size), math.log10(got.seconds["load"])))
    points = [point for line in series.values() for point in line] or [(0.0, 0.0)]
    left, right = min(x for x, _ in points) - 0.2, max(x for x, _ in points) + 1.2
    low, high = min(y for _, y in points) - 0.2, max(y for _, y in points) + 0.2
    colours = ("#0b5", "#06c", "#60c", "#c60", "#c06", "#888", "#333")
    parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 400" font-family="sans-serif" font-size="12">']
    parts.append("<title>Seconds to load, over the number of quads</title>")
    for index, (engine, line) in enumerate(series.items()):
        at = [(640 * (x - left) / (right - left), 380 - 360 * (y - low) / (high - low)) for x, y in line]
        path = " ".join(f"{x:.0f},{y:.0f}" for x, y in at)
        colour = colours[index % len(colours)]
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{x:.0f}" cy="{y:.0f}" r="3" fill="{colour}"/>' for x, y in at]
        parts.append(f'<text x="{at[-1][0] + 8:.0f}" y="{at[-1][1] + 4:.0f}" fill="{colour}">{engine}</text>')
    return "\n".join([*parts, "</svg>"]) + "\n"


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("sizes", type=int, nargs="*", default=[10_000, 100_000], help="quads before derivation")
    parser.add_argument("--engines", nargs="*", default=list(ENGINES), choices=list(ENGINES))
    parser.add_argument("--questions", nargs="*", help="names; by default all")
    parser.add_argument("--tasks", nargs="*", default=list(TASKS), choices=TASKS, help="by default all")
    parser.add_argument("--limit", type=float, default=20.0, help="seconds that a question may take")
    parser.add_argument("--keep", action="store_true", help="leave the data in the output folder for the next run")
    parser.add_argument("--output", type=Path, default=ROOT / "bench")
    given = parser.parse_args()
    given.output.mkdir(parents=True, exist_ok=True)
    wanted = given.questions or sorted(path.stem for path in (ROOT / "queries").glob("*.rq"))
    results: Results = {}
    for size in given.sizes:
        plain, derived = given.output / f"world-{size}.nq", given.output / f"world-{size}-derived.nq"
        if not plain.exists():
            write_nquads(ROOT, plain, size)
        results[size] = {task: {} for task in given.tasks}
        steps = [("growth", engine, plain) for engine in GROWING]
        steps += [("pipeline", OURS, plain), *(("questions", name, derived) for name in (OURS, *given.engines))]
        for task, engine, file in dict.fromkeys(steps):
            if task not in given.tasks:
                continue
            if file == derived and not derived.exists():
                _derive(plain, derived)
            print(f"{size:,} quads: {task}, {engine}", file=sys.stderr, flush=True)
            if size > MOST.get(engine, size) and task == "questions":
                done = Run(failed={task: f"at most {MOST[engine]:,} quads fit its memory"})
            else:
                limit = {"questions": given.limit, "pipeline": 5 * given.limit}.get(task, GROWTH_LIMIT)
                done = run(engine, task, file, wanted if task == "questions" else [], limit)
            results[size][task][engine] = done
            _write(given.output, results)
        if not given.keep:
            plain.unlink()
            derived.unlink(missing_ok=True)
    print((given.output / "bench.md").read_text())


def _write(folder: Path, results: Results) -> None:
    figures = {str(n): {t: {e: vars(r) for e, r in es.items()} for t, es in ts.items()} for n, ts in results.items()}
    (folder / "bench.json").write_text(json.dumps(figures, indent=1))
    (folder / "bench.md").write_text(table(results))
    (folder / "bench.svg").write_text(drawing(results))


def _derive(plain: Path, derived: Path) -> None:
    """Write a dataset with the facts that follow from it."""
    from pyoxigraph import RdfFormat

    from moonpact.derive import derive
    from moonpact.load import date_bounds, read_dataset

    store = read_dataset(plain)
    store.extend(date_bounds(quad.object for quad in store))
    derive(store, ROOT)
    store.dump(str(derived), format=RdfFormat.N_QUADS)


if __name__ == "__main__":
    main()
