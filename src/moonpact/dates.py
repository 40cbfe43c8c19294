"""EDTF dates to their bounds: the first and the last day that a date of any precision allows."""

import warnings
from datetime import date
from functools import cache

FIRST_DAY = date(1, 1, 1)
LAST_DAY = date(9999, 12, 31)


@cache
def bounds(text: str) -> tuple[date, date]:
    """Return the first and last day of an EDTF date; an open end gives 0001-01-01 or 9999-12-31.

    Follows the Library of Congress specification (ISO 8601-2:2019): `2023-10`, `203X`, `../2030`,
    `2026~`, `[2025..]` and so on. Raises ValueError if the text is not EDTF.

    >>> bounds("2023-10")
    (datetime.date(2023, 10, 1), datetime.date(2023, 10, 31))
    >>> bounds("[..2030]")[1]
    datetime.date(2030, 12, 31)
    """
    with warnings.catch_warnings():
        # edtf 5.0.2 builds its grammar in a way that pyparsing 3.3 warns of; the grammar works
        warnings.simplefilter("ignore")
        from edtf import parse_edtf
        from edtf.parser.edtf_exceptions import EDTFParseException
    if not text or len(text) > 64:  # noqa: PLR2004 - longer texts are no dates and slow to parse
        raise ValueError(f"“{text[:64]}” is not an EDTF date")
    try:
        parsed = parse_edtf(text)
        first, last = _day(parsed.lower_strict(), FIRST_DAY), _day(parsed.upper_strict(), LAST_DAY)
    except (EDTFParseException, ValueError, TypeError, AttributeError, OverflowError) as error:
        raise ValueError(f"“{text}” is not an EDTF date") from error
    if first > last:
        raise ValueError(f"“{text}” ends before it begins")
    return first, last


def _day(moment: object, fallback: date) -> date:
    """Turn the library's struct_time, or its infinite float, into a day."""
    if isinstance(moment, float):
        return fallback
    year, month, day = moment[:3]  # type: ignore[index]
    return date(year, month, day)
