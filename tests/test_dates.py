"""EDTF dates and their bounds."""

import warnings
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from moonpact.dates import FIRST_DAY, LAST_DAY, bounds


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2023-10-23", "2023-10-23", "2023-10-23"),
        ("2023-10", "2023-10-01", "2023-10-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2021", "2021-01-01", "2021-12-31"),
        ("203X", "2030-01-01", "2039-12-31"),
        ("2026~", "2026-01-01", "2026-12-31"),
        ("[2025..]", "2025-01-01", "9999-12-31"),
        ("[..2029]", "0001-01-01", "2029-12-31"),
        ("[2024-05-21..2024-05-31]", "2024-05-21", "2024-05-31"),
        ("[2008..2023-07]", "2008-01-01", "2023-07-31"),
        ("../2030", "0001-01-01", "2030-12-31"),
        ("2021-06/..", "2021-06-01", "9999-12-31"),
    ],
)
def test_bounds(text: str, first: str, last: str) -> None:
    assert bounds(text) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "text",
    ["", "..", "[..]", "2023-13", "2023-02-29", "2024-00-10", "23-10-2020", "2030/2020", "[2025..2024]", "x" * 100_000,
     " 2023", "２０２３", "0000", "2023-1"],
)  # fmt: skip
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="EDTF|ends before"):
        bounds(text)


@settings(deadline=None, max_examples=25)
@given(st.dates(min_value=date(1, 1, 1), max_value=date(9998, 1, 1)), st.integers(0, 4000), st.sampled_from("?~%"))
def test_plain_dates_have_the_bounds_that_the_library_gives(day: date, days: int, mark: str) -> None:
    later = min(day + timedelta(days), LAST_DAY)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from edtf import parse_edtf
    year = f"{day:%Y}".zfill(4)
    decade = f"{max(day.year // 10, 1):03}X"
    for text in (decade, year, f"{year}{mark}", f"{year}-{day:%m}", f"{year}-{day:%m}{mark}", day.isoformat()):
        parsed = parse_edtf(text)
        assert bounds(text) == (date(*parsed.lower_strict()[:3]), date(*parsed.upper_strict()[:3]))
    for one_of in (f"[{day.isoformat()}..{later.isoformat()}]", f"[{day.isoformat()},{later.isoformat()}]"):
        parsed = parse_edtf(one_of)
        assert bounds(one_of) == (date(*parsed.lower_strict()[:3]), date(*parsed.upper_strict()[:3])) == (day, later)


@given(st.text(max_size=80))
def test_any_text_has_bounds_or_is_refused(text: str) -> None:
    try:
        first, last = bounds(text)
    except ValueError:
        return
    assert FIRST_DAY <= first <= last <= LAST_DAY
