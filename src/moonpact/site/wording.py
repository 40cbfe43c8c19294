"""Words for readers: EDTF dates in English, statements as sentences."""

import re

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_PLAIN = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_DECADE = re.compile(r"(\d{3})X")
_ONE_OF = re.compile(r"\[(\d[\d-]*)?\.\.(\d[\d-]*)?\]")
_INTERVAL = re.compile(r"(\d[\d-]*)/(\d[\d-]*)")


def date_in_words(edtf: str) -> str:
    """Return an EDTF date as a reader would write it; what has no plain form stays as it is.

    >>> date_in_words("[2023-10-23..2023-10-29]")
    'between 23 October 2023 and 29 October 2023'
    """
    approximate = edtf.endswith(("~", "?", "%"))
    core = edtf[:-1] if approximate else edtf
    plain = _plain(core)
    if not plain:
        if match := _DECADE.fullmatch(core):
            plain = f"{match[1]}0s"
        elif match := _ONE_OF.fullmatch(core):
            first, last = (_plain(part or "") for part in match.groups())
            plain = f"between {first} and {last}" if first and last else f"by {last}" if last else f"{first} or later"
        elif match := _INTERVAL.fullmatch(core):
            plain = " to ".join(_plain(part) or part for part in match.groups())
        else:
            return edtf
    return f"about {plain}" if approximate else plain


def precision(edtf: str) -> str:
    """Return how precisely an EDTF date is given: day, month, year, decade, or a range."""
    match = _PLAIN.fullmatch(edtf.rstrip("~?%"))
    if match:
        return "day" if match[3] else "month" if match[2] else "year"
    return "decade" if _DECADE.fullmatch(edtf.rstrip("~?%")) else "range"


def noun(label: str) -> str:
    """Return the label of a property as a heading has it: “has stage” becomes “stage”."""
    return "kind" if label == "is a" else label.removeprefix("has ")


def coalition_name(label: str) -> str:
    """Return the short name of a coalition, as charts and tables have room for."""
    return {"International Lunar Research Station": "ILRS"}.get(label, label.removesuffix(" coalition"))


def counted(number: int, name: str) -> str:
    """Return a number with its noun.

    >>> counted(1, "claim"), counted(2, "claim")
    ('1 claim', '2 claims')
    """
    return f"{number} {name}" if number == 1 else f"{number} {name}s"


def _plain(edtf: str) -> str:
    match = _PLAIN.fullmatch(edtf)
    if not match:
        return ""
    year, month, day = match.groups()
    if month and not 1 <= int(month) <= len(_MONTHS):
        return ""
    words = [year] if not month else [_MONTHS[int(month) - 1], year]
    return " ".join([str(int(day)), *words] if day else words)
