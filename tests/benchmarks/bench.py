"""Ours and the peers in turn, in one run: load, derive, check, each stored question, exports: `make bench`.

Writes `bench.md` (tables), `bench.json` (every figure) and `bench.svg` (seconds over sizes) to a folder. Each engine
runs in a process of its own, of which the peak memory is read; a question that takes longer than the limit ends its
process and is named, and the engine goes on with the next one.
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
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.peers import ENGINES, ROOT
from benchmarks.world import write_nquads

OURS = "moonpact"
LOAD_LIMIT = 240.0


@dataclass
class Run:
    """What one engine did at one size: seconds and rows by task, what it could not do, and its peak memory in MB."""

    seconds: dict[str, float] = field(default_factory=dict)
    rows: dict[str, int | None] = field(default_factory=dict)
    failed: dict[str, str] = field(default_factory=dict)
    megabytes: float = 0.0


def run(engine: str, task: str, file: Path, wanted: list[str], limit: float) -> Run:
    """Run an engine in processes of its own until every wanted question was tried."""
    result, left = Run(), list(wanted)
    while True:
        message = _once(engine, task, file, left, limit, result)
        if message == "done":
            return result
        tried = result.seconds.keys() | result.failed.keys()
        stuck = next((name for name in left if name not in tried), None)
        if not stuck or (task == "questions" and "load" not in tried):
            result.failed[task] = message
            return result
        result.failed[stuck] = message
        left = left[left.index(stuck) + 1 :]


def _once(engine: str, task: str, file: Path, left: list[str], limit: float, result: Run) -> str:  # noqa: PLR0913, PLR0917
    command = [sys.executable, "-m", "benchmarks.peers", engine, task, str(file), *left]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "tests"), "PYTHONWARNINGS": "ignore"}
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, start_new_session=True
    )
    assert process.stdout
    message, last = f"over {limit:g} s", time.monotonic()
    with selectors.DefaultSelector() as selector:
        selector.register(process.stdout, selectors.EVENT_READ)
        while selector.select(last + (3 * limit if result.seconds else LOAD_LIMIT) - time.monotonic()):
            line = process.stdout.readline()
            if not line:
                error = process.stderr.read().decode(errors="replace") if process.stderr else ""
                message = (error.strip().splitlines() or ["ended without a word"])[-1][:200]
                break
            last, told = time.monotonic(), json.loads(line)
            result.megabytes = max(result.megabytes, _memory(process.pid))
            if told.get("done"):
                message = "done"
                break
            if "missing" in told:
                result.failed[task], message = f"not installed: {told['missing']}", "done"
                break
            if "error" in told:
                result.failed[told["task"]] = told["error"]
            else:
                result.seconds.setdefault(told["task"], told["seconds"])
                result.rows[told["task"]] = told.get("result")
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


def ratio(ours: Run, theirs: Run) -> float | None:
    """Return the geometric mean of their seconds over ours, on the questions that both answered."""
    both = (ours.seconds.keys() & theirs.seconds.keys()) - {"load"}
    return statistics.geometric_mean(theirs.seconds[q] / ours.seconds[q] for q in both) if both else None


def exponent(points: list[tuple[float, float]]) -> float | None:
    """Return the slope of seconds over size between the smallest and the largest size, both logarithmic."""
    (small, fast), (large, slow) = points[0], points[-1]
    return math.log(slow / fast) / math.log(large / small) if large > small else None


Results = dict[int, dict[str, dict[str, Run]]]


def table(results: Results) -> str:
    """Return the results as Markdown."""
    lines: list[str] = []
    for size, tasks in results.items():
        ours = tasks["questions"].get(OURS, Run())
        lines += [
            f"### {size:,} quads",
            "",
            "| engine | load, s | questions: times ours | answered | other rows | peak MB |",
        ]
        lines.append("| --- | --- | --- | --- | --- | --- |")
        for engine, got in tasks["questions"].items():
            if "load" not in got.seconds:
                lines.append(f"| {engine} | not run: {next(iter(got.failed.values()), '')} | | | | |")
                continue
            times = ratio(ours, got)
            answered = got.seconds.keys() - {"load"}
            other = sum(1 for q in answered & ours.rows.keys() if got.rows[q] != ours.rows[q])
            shown = f"{times:.2f}" if times else "-"
            lines.append(
                f"| {engine} | {got.seconds['load']:.2f} | {shown} | {len(answered)} | {other} | {got.megabytes:.0f} |"
            )
        lines += ["", "| task | engine | seconds |", "| --- | --- | --- |"]
        for engine, got in tasks["pipeline"].items():
            lines += [f"| {task} | {engine} | {seconds:.3f} |" for task, seconds in got.seconds.items()]
            lines += [f"| {task} | {engine} | {why} |" for task, why in got.failed.items()]
        failed = [f"{e}: {q} ({why})" for e, got in tasks["questions"].items() for q, why in got.failed.items()]
        lines += ["", "Could not run: " + ("; ".join(failed) or "nothing") + ".", ""]
    sizes = list(results)
    if len(sizes) > 1:
        lines += ["### Growth", "", "| task | exponent |", "| --- | --- |"]
        for task in ("load", *results[sizes[0]]["pipeline"][OURS].seconds):
            kind = "questions" if task == "load" else "pipeline"
            points = [
                (n, results[n][kind][OURS].seconds[task]) for n in sizes if task in results[n][kind][OURS].seconds
            ]
            slope = exponent([(float(n), s) for n, s in points]) if points else None
            lines.append(f"| {task} | {slope:.2f} |" if slope is not None else f"| {task} | - |")
    return "\n".join(lines) + "\n"


def drawing(results: Results) -> str:
    """Return an SVG: the seconds that each engine needs to load, over the sizes, both axes logarithmic."""
    series: dict[str, list[tuple[float, float]]] = {}
    for size, tasks in results.items():
        for engine, got in tasks["questions"].items():
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
    parser.add_argument("--limit", type=float, default=20.0, help="seconds that a question may take")
    parser.add_argument("--output", type=Path, default=ROOT / "bench")
    given = parser.parse_args()
    given.output.mkdir(parents=True, exist_ok=True)
    wanted = given.questions or sorted(path.stem for path in (ROOT / "queries").glob("*.rq"))
    results: Results = {}
    for size in given.sizes:
        plain, derived = given.output / f"world-{size}.nq", given.output / f"world-{size}-derived.nq"
        write_nquads(ROOT, plain, size)
        _derive(plain, derived)
        results[size] = {"questions": {}, "pipeline": {}}
        steps = [("pipeline", OURS, plain), *(("questions", name, derived) for name in (OURS, *given.engines))]
        for task, engine, file in dict.fromkeys([*steps, ("pipeline", "pySHACL", plain)]):
            print(f"{size:,} quads: {task}, {engine}", file=sys.stderr, flush=True)
            limit = given.limit if task == "questions" else 5 * given.limit
            results[size][task][engine] = run(engine, task, file, wanted if task == "questions" else [], limit)
            _write(given.output, results)
        plain.unlink()
        derived.unlink()
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
