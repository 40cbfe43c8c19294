"""Send a server every known attack and then a thousand random ones, while another client asks small questions.

Run: .venv/bin/python tests/benchmarks/attack.py [NUMBER OF RANDOM ATTACKS]
It prints the other client's latencies, what the canaries saw, and memory and open files before and after.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from attacks import LETHAL, Canary, Pinger, http_attacks, random_attacks, reaching_out, send
from serving import Server, processes_of, serving

WORST_SECONDS = 1.0
CLIENTS = 8


def state(server: Server) -> tuple[int, int, int]:
    """Return the server's resident bytes, its open files, and the number of its processes."""
    pid = server.process.pid
    resident = int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * 4096
    return resident, len(list(Path(f"/proc/{pid}/fd").iterdir())), len(processes_of(pid))


def show(name: str, pinger: Pinger) -> bool:
    """Print one line about what the other client has met; return whether that was good enough."""
    times = sorted(pinger.seconds)
    p99 = times[int(len(times) * 0.99)]
    print(
        f"{name:34} {len(times):5} answers  median {statistics.median(times) * 1e3:7.1f} ms  p99 {p99 * 1e3:7.1f} ms"
        f"  worst {times[-1] * 1e3:7.1f} ms  faults {len(pinger.faults)}",
        flush=True,
    )
    for fault in pinger.faults[:3]:
        print(f"    {fault.strip()}")
    return not pinger.faults and times[-1] < WORST_SECONDS


def run(server: Server, attacks: list[Callable[[Server], None]]) -> None:
    """Carry out attacks one after the other."""
    for attack in attacks:
        attack(server)


def main(number: int) -> int:
    """Run the attacks; return 0 if the other client never waited a second and nothing was touched."""
    good = True
    with tempfile.TemporaryDirectory() as folder, Canary(Path(folder)) as canary, serving("--access-log", "") as server:
        send(server, "ASK {}")
        time.sleep(0.5)
        before = state(server)
        for name, query in LETHAL.items():
            with Pinger(server) as pinger:
                status = send(server, query).status
                time.sleep(0.3)
            good &= show(f"{name} ({status})", pinger)
        with Pinger(server) as pinger:
            leaks = [
                n for n, q in reaching_out(canary.url, str(canary.file)).items() if canary.word in send(server, q).text
            ]
        good &= show("reaching out", pinger) and not leaks
        with Pinger(server) as pinger:
            for data in http_attacks(server).values():
                server.raw(data, seconds=0.5)
        good &= show("requests that are none", pinger)
        attacks = list(islice(random_attacks(number), number))
        # in processes of their own, so that the pinger's clock shows the server's delays and not its own
        attackers = [
            get_context("fork").Process(target=run, args=(server, attacks[n::CLIENTS])) for n in range(CLIENTS)
        ]
        for attacker in attackers:
            attacker.start()
        with Pinger(server) as pinger:
            for attacker in attackers:
                attacker.join()
        good &= show(f"{number} random attacks", pinger) and not any(attacker.exitcode for attacker in attackers)
        time.sleep(3)
        after = state(server)
        print(f"visits to the canary: {canary.visits}; answers with its word: {len(leaks)}")
        for name, old, new in zip(("resident MB", "open files", "processes"), before, after, strict=True):
            scale = 1e6 if name.endswith("MB") else 1
            print(f"{name}: {old / scale:.0f} before, {new / scale:.0f} after")
        print(f"of the resident memory, answers that are kept: {server.metric('cache_bytes') / 1e6:.0f} MB")
        good &= canary.visits == 0 and after[1] <= before[1] + 2 and after[2] <= before[2]
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000))
