"""What tools read first: the columns of the CSV files (CSV on the Web), and all files as one package (RO-Crate)."""

import json
from collections.abc import Mapping, Sequence
from datetime import date

from moonpact import __version__, exports, names
from moonpact.dist import Written
from moonpact.tables import Column

CSV_METADATA = "csv-metadata.json"
CRATE = "ro-crate-metadata.json"
_CRATE_VERSION = "https://w3id.org/ro/crate/1.3"
_TYPES: dict[str | None, str] = {"anyURI": "anyURI"}
_TYPES |= {names.XSD + name: name for name in ("boolean", "date", "decimal", "integer")}
_EDTF = {"@id": names.EDTF, "base": "string"}
WHAT = {
    "moonpact.nq": "The whole dataset as canonical N-Quads, sorted",
    "moonpact.nq.gz": "The same, compressed",
    "moonpact.trig": "The whole dataset as TriG",
    "facts.ttl": "The facts as Turtle",
    "facts.jsonld": "The facts as JSON-LD",
    "claims.csv": "A row for each passage and triple of each claim",
    "facts.csv": "A row for each fact and each claim for or against it",
    "moonpact-rdf12.ttl": "The claims as reifiers, in Turtle 1.2",
    "nanopublications.trig": "The claims as nanopublications",
    "dataset.ttl": "What the dataset says of itself, in VoID and DCAT",
    CSV_METADATA: "The columns of the CSV files, as CSV on the Web",
    CRATE: "All files as a Research Object Crate",
}


def csv_metadata(tables: Mapping[str, Sequence[Column]], what: Mapping[str, str]) -> bytes:
    """Return CSV on the Web metadata for tables by the path of their file; `what` says what is in each.

    A column has a type if all its cells have one, and is required if no cell is empty.
    """
    document = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "dc:title": "Moonpact",
        "dc:license": {"@id": names.LICENCE},
        "dialect": {"encoding": "utf-8", "header": True},
        "tables": [
            {
                "url": path,
                "dc:title": what[path],
                "tableSchema": {"columns": [_column(column) for column in columns]},
            }
            for path, columns in tables.items()
        ],
    }
    return _json(document)


def _column(column: Column) -> dict[str, object]:
    """Return the description of one column: its name, its type, and whether each row has a value."""
    required = None not in column.kinds
    return {"name": column.name, "titles": column.name, "datatype": _datatype(column.kinds), "required": required}


def _datatype(kinds: frozenset[str | None]) -> object:
    given = kinds - {None}
    if given == {names.EDTF}:
        return _EDTF
    return _TYPES.get(min(given, key=str), "string") if len(given) == 1 else "string"


def crate(files: Mapping[str, Written], what: Mapping[str, str], issued: date) -> bytes:
    """Return the description of files as a Research Object Crate; `issued` is the dataset's date."""
    parts = [
        {
            "@id": path,
            "@type": "File",
            "name": path,
            "description": what[path],
            "encodingFormat": exports.media_type(path),
            "contentSize": str(file.size),
            "sha256": file.sha256,
        }
        for path, file in sorted(files.items())
    ]
    contact = {
        "@id": f"{names.REPOSITORY}/issues",
        "@type": "ContactPoint",
        "name": "Issues of Moonpact",
        "contactType": "questions and corrections",
        "url": f"{names.REPOSITORY}/issues",
    }
    publisher = {
        "@id": f"{names.BASE}#publisher",
        "@type": "Organization",
        "name": "Moonpact",
        "url": names.BASE,
        "contactPoint": {"@id": contact["@id"]},
    }
    licence = {
        "@id": names.LICENCE,
        "@type": "CreativeWork",
        "name": "Creative Commons Attribution 4.0 International",
        "description": "Use, share and adapt it; say that it comes from Moonpact.",
        "url": names.LICENCE,
    }
    root = {
        "@id": "./",
        "@type": "Dataset",
        "name": "Moonpact",
        "description": "Who goes to the Moon with whom, since when, on what terms, and who says so.",
        "url": f"{names.BASE}dataset",
        "version": __version__,
        "datePublished": issued.isoformat(),
        "keywords": "ILRS, Artemis Accords, space policy, Moon, knowledge graph",
        "license": {"@id": names.LICENCE},
        "author": {"@id": publisher["@id"]},
        "publisher": {"@id": publisher["@id"]},
        "hasPart": [{"@id": part["@id"]} for part in parts],
    }
    descriptor = {
        "@id": CRATE,
        "@type": "CreativeWork",
        "about": {"@id": "./"},
        "conformsTo": {"@id": _CRATE_VERSION},
    }
    entities = [descriptor, root, publisher, contact, licence, *parts]
    return _json({"@context": f"{_CRATE_VERSION}/context", "@graph": entities})


def _json(document: object) -> bytes:
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()
