"""The proof of a date at a prompt: in words, as data, and as a PDF page."""

from pathlib import Path

import pypdfium2
import pytest

from filingdesk.words.catalogue import LANGUAGES, Words
from filingdesk.words.terms import DAY_REASONS, EVENTS, TRIGGERS
from tests.cli.shell import Filed, Shell, said

CLOCK = "cn-shandong/objection-with-help"
DUE = ("due", CLOCK, "--event", "2026-09-28")
RECONSIDERATION = "cn/reconsideration-filing"


def text_of(pdf: Path) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    return "".join("".join(pages).split())


def bare(text: str) -> str:
    return "".join(text.split())


def test_a_proof_as_data_names_trigger_clause_days_and_calendar(shell: Shell) -> None:
    told = shell(*DUE, "--proof", "--json").json()
    assert (told["trigger"], told["event"], told["evidence"]) == ("received", "2026-09-28", None)
    assert (told["count"], told["unit"], told["owed_by"]) == (7, "working_day", "agency")
    assert (told["due_on"], told["full_on"]) == ("2026-10-13", "2026-10-13")
    assert told["citation"][0]["quote"]
    assert told["calendar"].startswith("cn-2026-")
    assert len(told["reasons"]) == 16
    assert (told["pauses"], told["extension"], told["moves"]) == ([], None, [])
    assert told["notes"]


def test_a_proof_in_words_gives_the_clause_in_full(shell: Shell) -> None:
    plain, proved = shell(*DUE).out, shell(*DUE, "--proof").out
    quote = shell(*DUE, "--proof", "--json").json()["citation"][0]["quote"]
    assert quote not in plain
    assert quote in proved
    assert said(TRIGGERS["received"]) in proved  # type: ignore[index]
    assert set(plain.splitlines()[2:]) <= set(proved.splitlines())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_proof_as_a_page_has_every_day_with_its_reason(
    language: str, shell: Shell, tmp_path: Path
) -> None:
    sheet, words = tmp_path / "proof.pdf", Words(language)
    told = shell(*DUE, "--json", "--pdf", sheet, "--language", language)
    assert told.code == 0
    page = text_of(sheet)
    for each in told.json()["reasons"]:
        assert each["day"] in page
        assert bare(words.say(DAY_REASONS[each["why"]])) in page
    assert told.json()["calendar"] in page
    assert bare(told.json()["citation"][0]["quote"]) in page


def test_a_page_for_a_clock_that_nobody_verified_is_not_made(shell: Shell, tmp_path: Path) -> None:
    sheet = tmp_path / "proof.pdf"
    told = shell("due", "cn-tianjin/objection", "--event", "2026-09-03", "--proof", "--pdf", sheet)
    assert told.code == 1
    assert not sheet.exists()


def test_a_page_that_cannot_be_written_is_told(shell: Shell, tmp_path: Path) -> None:
    told = shell(*DUE, "--pdf", tmp_path / "nowhere" / "proof.pdf", "--json")
    assert (told.code, [code for _, code in told.problems()]) == (2, ["folder-not-found"])


def test_the_date_of_a_case_is_proved_by_what_happened_to_it(
    filed: Filed, shell: Shell, tmp_path: Path
) -> None:
    sheet = tmp_path / "proof.pdf"
    show = ("cases", "show", filed.reference, "--proof", RECONSIDERATION)
    told = shell(*show, "--pdf", sheet, "--json").json()
    assert told["evidence"]["kind"] == "learned"
    assert told["event"] == told["evidence"]["day"]
    assert bare(filed.reference) in text_of(sheet)
    assert said(EVENTS["learned"]) in shell(*show).out  # type: ignore[index]
    nothing = shell("cases", "show", filed.reference, "--proof", "cn/no", "--json")
    assert (nothing.code, nothing.problems()) == (2, [("clock", "clock-unknown")])
    no_date = shell("cases", "show", filed.reference, "--proof", "cn-tianjin/objection", "--json")
    assert no_date.problems() == [("clock", "no-date-yet")]
