"""What operators meet: settings, access log, metrics, and what cannot be served."""

import os
import re
import shutil
import socket
import stat
import subprocess
import sys
from pathlib import Path

from attacks import LETHAL, send
from serving import ROOT, serving


def test_the_access_log_is_in_the_combined_format() -> None:
    with serving() as server:
        server.request(
            "GET", "/sparql?query=ASK%7B%7D", {"User-Agent": 'evil"\\agent', "Referer": "http://example.org/"}
        )
        server.request(
            "GET", "/sparql?query=ASK%7B%7D", {"User-Agent": 'evil"\\agent', "Referer": "http://example.org/"}
        )
        server.raw(b'GET /x"y HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')
        server.stop()
        lines = server.log.read_text().splitlines()[1:]
    combined = re.compile(
        r'127\.0\.0\.1 - - \[\d\d/[A-Z][a-z]{2}/\d{4}:\d\d:\d\d:\d\d \+0000\] "[^"]*" \d{3} \d+ "[^"]*" "[^"]*"'
    )
    assert len(lines) == 3
    assert all(combined.fullmatch(line) for line in lines), lines
    assert '"GET /sparql?query=ASK%7B%7D HTTP/1.1" 200 26 "http://example.org/" "evil??agent"' in lines[1]


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "moonpact", *arguments], cwd=ROOT, env=os.environ | environment,
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip


def test_what_cannot_be_served_is_said_before_anything_starts(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = run("serve", "--port", str(taken.getsockname()[1]))
    assert done.returncode == 2
    assert "Address already in use" in done.stderr
    assert "--port" in done.stderr
    (tmp_path / "broken.ttl").write_text("<a> <b")
    (tmp_path / "deep.ttl").write_text("<a:a> <b:b> " + "<<( <a:a> <b:b> " * 300_000)
    (tmp_path / "no.suffix").write_text("")
    (tmp_path / "empty").mkdir()
    for arguments in (
        ["--port", "65536"], ["--data", str(tmp_path / "broken.ttl")], ["--data", str(tmp_path / "deep.ttl")],
        ["--data", str(tmp_path / "no.suffix")], ["--location", str(tmp_path / "empty")], ["--data", str(tmp_path / "none.nq")],
        ["--host", "192.0.2.1"],
    ):  # fmt: skip
        done = run("serve", *(["--port", "0"] if "--port" not in arguments else []), *arguments)
        assert done.returncode == 2, arguments
        assert "Traceback" not in done.stderr
        assert len(done.stderr) > 20
    assert not list((tmp_path / "empty").iterdir())


def test_settings_come_from_flags_or_environment() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = run("serve", MOONPACT_PORT=str(port))
        assert f":{port}" in done.stderr
    text = run("serve", "--help").stdout
    for name in (
        "--seconds",
        "--memory-mb",
        "--rows",
        "--result-mb",
        "--slow-workers",
        "--access-log",
        "--trust-proxy",
    ):
        assert name in text


def test_a_trusted_proxy_tells_the_client() -> None:
    with serving("--trust-proxy") as server:
        server.request("GET", "/health", {"X-Forwarded-For": "203.0.113.9, 198.51.100.7"})
        server.stop()
        assert server.log.read_text().splitlines()[1].startswith("198.51.100.7 - - ")


def test_metrics_are_in_the_prometheus_format() -> None:
    from prometheus_client.parser import text_string_to_metric_families

    with serving("--access-log", "") as server:
        for _ in range(3):
            server.query("ASK {}")
        send(server, LETHAL["parentheses"])
        families = {f.name: f for f in text_string_to_metric_families(server.get("/metrics").text)}
    requests = {(s.labels["route"], s.labels["status"]): s.value for s in families["moonpact_requests"].samples}
    assert requests["sparql", "200"] == 3
    assert requests["sparql", "500"] == 1
    assert {s.labels["reason"]: s.value for s in families["moonpact_jobs_ended"].samples}["crash"] == 1
    assert families["moonpact_dataset_quads"].samples[0].value > 10_000
    assert families["moonpact_request_seconds"].type == "histogram"


def test_the_unit_and_the_containerfile_run_what_there_is() -> None:
    unit = (ROOT / "deploy/moonpact.service").read_text()
    command = re.search(r"^ExecStart=(\S+) (.*)$", unit, re.MULTILINE)
    assert command
    assert "serve" in command[2].split()
    options = set(re.findall(r"--[a-z-]+", run("serve", "--help").stdout))
    assert {word.partition("=")[0] for word in command[2].split() if word.startswith("--")} <= options | {"--root"}
    if shutil.which("systemd-analyze"):
        checked = subprocess.run(
            ["systemd-analyze", "verify", "--man=no", ROOT / "deploy/moonpact.service"],
            capture_output=True,
            text=True,
            check=False,
        )
        assert "Unknown" not in checked.stderr
    lines = (ROOT / "deploy/Containerfile").read_text().splitlines()
    for line in lines:
        if line.startswith("COPY ") and "--from" not in line:
            for name in line.split()[1:-1]:
                assert (ROOT / name).exists(), name
    assert any(line.startswith("USER ") for line in lines)
    assert stat.S_ISREG((ROOT / "deploy/Containerfile").stat().st_mode)
