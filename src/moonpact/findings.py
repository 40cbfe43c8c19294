"""Findings, and the forms in which people and their tools read them."""

import hashlib
import json
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from moonpact import __version__, names
from moonpact.places import Place

FORMATS = ("text", "json", "sarif", "github", "junit")


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong: the rule that says so, what is wrong, what to do, and where it stands.

    `component` is the constraint of a shape, such as `minCount`.
    """

    rule: str
    message: str
    focus: str = ""
    value: str = ""
    severity: str = "Violation"
    place: Place | None = None
    component: str = ""

    @property
    def text(self) -> str:
        """What is wrong in one line, with the subject and the value."""
        about = f"{names.shorten(self.focus)}: " if self.focus else ""
        value = f" Found: {names.shorten(self.value)}." if self.value else ""
        return f"{about}{self.message}{value}"


def render(findings: Sequence[Finding], style: str, *, colour: bool = False, base: Path | None = None) -> str:
    """Return findings in one of `FORMATS`; paths are given relative to `base` where they lie below it."""
    writers = {"json": _json, "sarif": _sarif, "github": _github, "junit": _junit}
    if style in writers:
        return writers[style](findings, base)
    return "".join(_line(finding, colour, base) for finding in findings)


def _path(place: Place | None, base: Path | None) -> str:
    if place is None:
        return ""
    path = place.path
    if base and path.is_relative_to(base):
        path = path.relative_to(base)
    return str(path)


def _line(finding: Finding, colour: bool, base: Path | None) -> str:  # noqa: FBT001
    where = f"{_path(finding.place, base)}:{finding.place.line}: " if finding.place else ""
    word = finding.severity.lower()
    if colour:
        word = f"\x1b[{'31' if word == 'violation' else '33'}m{word}\x1b[0m"
    return f"{where}{word}: {finding.text} [{names.shorten(finding.rule)}]\n"


def _json(findings: Sequence[Finding], base: Path | None) -> str:
    rows = [
        {
            "severity": f.severity.lower(),
            "rule": f.rule,
            "component": f.component,
            "message": f.message,
            "focus": f.focus,
            "value": f.value,
            "file": _path(f.place, base),
            "line": f.place.line if f.place else None,
        }
        for f in findings
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def _sarif(findings: Sequence[Finding], base: Path | None) -> str:
    rules = {f.rule: f.message for f in sorted(findings, key=lambda f: f.rule)}
    numbers = {rule: number for number, rule in enumerate(rules)}
    results = []
    for f in findings:
        identity = hashlib.sha256(f"{f.rule} {f.focus} {f.value} {_path(f.place, base)}".encode()).hexdigest()
        result: dict[str, object] = {
            "ruleId": f.rule,
            "ruleIndex": numbers[f.rule],
            "level": {"Violation": "error", "Warning": "warning"}.get(f.severity, "note"),
            "message": {"text": f.text},
            "partialFingerprints": {"finding/v1": identity},
        }
        if f.place:
            result["locations"] = [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": quote(Path(_path(f.place, base)).as_posix())},
                        "region": {"startLine": f.place.line},
                    }
                }
            ]
        results.append(result)
    driver = {
        "name": "moonpact",
        "version": __version__,
        "informationUri": names.REPOSITORY,
        "rules": [{"id": rule, "shortDescription": {"text": text}} for rule, text in rules.items()],
    }
    document = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "results": results}],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _github(findings: Sequence[Finding], base: Path | None) -> str:
    lines = []
    for f in findings:
        level = "error" if f.severity == "Violation" else "warning"
        properties = f"title={_property(names.shorten(f.rule))}"
        if f.place:
            properties = f"file={_property(_path(f.place, base))},line={f.place.line},{properties}"
        text = f.text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
        lines.append(f"::{level} {properties}::{text}\n")
    return "".join(lines)


def _property(value: str) -> str:
    for character, code in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"), (":", "%3A"), (",", "%2C")):
        value = value.replace(character, code)
    return value


def _junit(findings: Sequence[Finding], base: Path | None) -> str:
    failures = sum(1 for f in findings if f.severity == "Violation")
    suite = ET.Element("testsuite", name="moonpact check", tests=str(max(1, len(findings))), failures=str(failures))
    if not findings:
        ET.SubElement(suite, "testcase", name="all rules", classname="moonpact")
    for f in findings:
        name = f"{_path(f.place, base)}:{f.place.line}" if f.place else names.shorten(f.focus) or "project"
        case = ET.SubElement(suite, "testcase", name=_xml(name), classname=_xml(names.shorten(f.rule)))
        tag = "failure" if f.severity == "Violation" else "system-out"
        element = ET.SubElement(case, tag)
        element.text = _xml(f.text)
        if tag == "failure":
            element.set("message", _xml(f.message))
    ET.indent(suite)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(suite, encoding="unicode") + "\n"


def _xml(value: str) -> str:
    """Leave out what XML 1.0 cannot hold."""
    return "".join(
        c for c in value if c in "\t\n\r" or " " <= c <= "\ud7ff" or "\ue000" <= c <= "\ufffd" or c > "\uffff"
    )
