"""What is read out of plain text: dates in the words' precision, sentences and names."""

from datetime import date

import pytest

from moonpact.reading import find_dates, find_mentions, split_sentences, unknown_names

DATES = {
    "on 7 May 2026": ("2026-05-07", True), "May 7, 2026": ("2026-05-07", True), "October 2023": ("2023-10", True),
    "Oct. 23, 2023": ("2023-10-23", True), "2024-07-20": ("2024-07-20", True), "in 2029": ("2029", True),
    "the 3rd of June 2021": ("2021-06-03", True), "the 2030s": ("203X", False), "on Thursday": ("2026-05-07", False),
    "April 19": ("2026-04-19", False), "last year": ("2025", False), "late March": ("", False), "yesterday": ("2026-05-11", False),
}  # fmt: skip


@pytest.mark.parametrize("words", DATES)
def test_dates_keep_the_precision_of_the_words(words: str) -> None:
    (found,) = find_dates(f"It was {words}.", date(2026, 5, 12))
    assert (found.edtf, found.sure) == DATES[words]
    assert found.words in words


def test_numbers_that_are_no_dates_are_none() -> None:
    assert find_dates("He may march with 2000-strong crowds and 1,999 cars, model 20255, in Mayville.", None) == []


def test_sentences_end_where_they_end() -> None:
    text = "Dr. Wu of the U.S. spoke. “It flew.” He left\n\nA line\nSt. Petersburg is cold! Is it? Yes."
    assert [s.words for s in split_sentences(text)] == [
        "Dr. Wu of the U.S. spoke.", "“It flew.”", "He left", "A line", "St. Petersburg is cold!", "Is it?", "Yes.",
    ]  # fmt: skip


def test_names_are_found_whole_and_longest_first() -> None:
    known = {
        "China": ("country:china",),
        "China National Space Administration": ("organisation:cnsa",),
        "Chang'e-8": ("mission:change-8",),
    }
    text = "China’s plan: the China National Space Administration flies Chang’e-8. Chinatown waits. China-led."
    found = find_mentions(text, known)
    assert [(m.words, m.bare) for m in found] == [
        ("China", False), ("China National Space Administration", True), ("Chang’e-8", True), ("China", False),
    ]  # fmt: skip
    assert all(text[m.start : m.end] == m.words for m in found)
    assert [n.words for n in unknown_names(text, split_sentences(text), found)] == []
