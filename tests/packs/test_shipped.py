"""What every pack that is shipped keeps to, without a test of its own."""

import re
from functools import cache
from pathlib import Path

import pytest

from filingdesk import resources
from filingdesk.core.checks import check_answers
from filingdesk.core.interview import compile_interview
from filingdesk.core.ports import AnswersFile
from filingdesk.core.problem import Problem
from filingdesk.packs.check import prove_packs
from filingdesk.packs.examples import read_answers, write_answers
from filingdesk.packs.shelf import FolderShelf
from filingdesk.words.catalogue import LANGUAGES, PackWords, Words

SHELF = FolderShelf(resources.packs(), resources.calendars() / "cn")
PACKS = list(SHELF.jurisdictions())
EXAMPLES = sorted(resources.packs().glob("*/examples/*.toml"))
_NAMES_NOT_SURE = re.compile(r'"([^"\n]*选“(?:我?不确定|不知道|不清楚)”[^"\n]*)"')


@cache
def faults() -> tuple[Problem, ...]:
    return prove_packs(resources.packs(), resources.statutes()).faults


def filed(example: Path) -> AnswersFile:
    return read_answers(example.read_text(encoding="utf-8"), example.name, SHELF)


def name_of(example: Path) -> str:
    return f"{example.parents[1].name}/{example.stem}"


def test_packs_are_shipped() -> None:
    assert len(PACKS) >= 3
    assert EXAMPLES


@pytest.mark.parametrize("id", PACKS)
def test_a_shipped_pack_has_no_fault(id: str) -> None:
    assert [each for each in faults() if each.where.startswith(f"{id}/")] == []


@pytest.mark.parametrize("id", PACKS)
def test_it_can_be_chosen_and_filed_in(id: str) -> None:
    pack = SHELF.pack(id)
    assert (pack.id, pack.lineage[0]) == (id, id)
    assert pack.kinds


@pytest.mark.parametrize("id", PACKS)
def test_nothing_unverified_shows_a_number(id: str) -> None:
    clocks = [clock for kind in SHELF.pack(id).kinds.values() for clock in kind.clocks]
    assert clocks
    assert [each.id for each in clocks if (each.count is None) == each.verified] == []


@pytest.mark.parametrize("example", EXAMPLES, ids=name_of)
def test_an_example_answers_all_that_is_asked(example: Path) -> None:
    case = filed(example)
    interview = compile_interview(SHELF.pack(case.jurisdiction).kinds[case.kind])
    assert case.today
    wrong = check_answers(interview, case.answers, case.today)
    missing_file = "material-without-file"  # the intake brings the files in
    assert [each for each in wrong if each.blocks and each.code != missing_file] == []
    assert interview.aside(case.answers) == ()


@pytest.mark.parametrize("example", EXAMPLES, ids=name_of)
def test_an_example_written_and_read_again_is_the_same_filing(example: Path) -> None:
    case = filed(example)
    assert read_answers(write_answers(case), example.name, SHELF) == case


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_hint_calls_the_answer_what_the_window_calls_it(language: str) -> None:
    """Who looks for "I do not know" does not find "I am not sure"."""
    words = Words(language)
    offered = words.say("I am not sure")
    hints = [
        (file.parents[1].name, hint)
        for file in resources.packs().glob("*/kinds/*.toml")
        for hint in _NAMES_NOT_SURE.findall(file.read_text("utf-8"))
    ]
    assert len(hints) > 5
    for pack, hint in hints:
        assert offered in PackWords(words, (pack,)).text(hint)


DESCRIBED = re.compile(r"[年月日]|网站|公开$|口径$|通知$|申请表|办理（")
"""What a title of a law does not have, but for a notice that is called by its whole title."""
WHOLE_TITLES = {"中国人民银行关于实施一次性信用修复政策有关安排的通知"}


@pytest.mark.parametrize("pack", PACKS)
def test_only_titles_stand_in_title_marks(pack: str) -> None:
    kinds = SHELF.pack(pack).kinds.values()
    cited = {each for kind in kinds for row in kind.grounds for each in row.citations}
    cited |= {each for kind in kinds for row in kind.clocks for each in row.citations}
    cited |= {each for kind in kinds for row in kind.materials for each in row.citations}
    told = {each.law for each in cited if each.titled and DESCRIBED.search(each.law)}
    assert told <= WHOLE_TITLES
    assert not any(each.article for each in cited if not each.titled)
