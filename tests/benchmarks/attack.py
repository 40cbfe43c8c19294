"""Send a server every known attack and then a thousand random ones, while another client asks small questions.

Run: .venv/bin/python tests/benchmarks/attack.py [NUMBER OF RANDOM ATTACKS]
It prints the other client's latencies, what the canaries saw, and memory and open files before and after.
"""

import statistics
import sys
import tempfile
import threading
import time
from collections import Counter
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from attacks import LETHAL, Canary, Pinger, http_attacks, random_attacks, reaching_out, send
from serving import Server, processes_of, serving

WORST_SECONDS = 1.0
CLIENTS = 2


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
        answers: Counter[str] = Counter()
        with Pinger(server) as pinger:
            attacks = list(islice(random_attacks(number), number))

            def run(part: int) -> None:
                for attack in attacks[part::CLIENTS]:
                    attack(server)
                    answers["sent"] += 1

            threads = [threading.Thread(target=run, args=(part,)) for part in range(CLIENTS)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
        good &= show(f"{answers['sent']} random attacks", pinger)
        time.sleep(3)
        after = state(server)
        print(f"visits to the canary: {canary.visits}; answers with its word: {len(leaks)}")
        for name, old, new in zip(("resident MB", "open files", "processes"), before, after, strict=True):
            scale = 1e6 if name.endswith("MB") else 1
            print(f"{name}: {old / scale:.0f} before, {new / scale:.0f} after")
        good &= canary.visits == 0 and after[1] <= before[1] + 2 and after[2] <= before[2]
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000))
