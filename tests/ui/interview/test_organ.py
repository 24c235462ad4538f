"""Among many organs one is found by a part of its name, with the keyboard alone."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from filingdesk.core.answers import Answers
from filingdesk.core.pack import Authority, Role
from filingdesk.core.question import NOT_SURE, AnswerType, Part, Question
from filingdesk.ui.interview.asking import Asking
from filingdesk.ui.interview.organ import MANY, OTHER, OrganField, folded, organ
from filingdesk.ui.theme.tokens import KIOSK, LIGHT, Look
from filingdesk.ui.widgets.guard import taps
from filingdesk.ui.widgets.text_field import TextField
from filingdesk.words.catalogue import PackWords, Words

NAMES = (
    "市场监督管理委员会",
    "公安局",
    "交通运输委员会",
    "生态环境局",
    "商务局",
    "税务局",
    "海关",
    "教育委员会",
    "卫生健康委员会",
)
QUESTION = Question("q", AnswerType.AUTHORITY, Part.RECORD, "Who?", "Who", not_sure=True)


def organs(count: int = len(NAMES)) -> Sequence[Authority]:
    roles = frozenset({Role.RECOGNISING})
    names = NAMES[:count]
    return [
        Authority(f"o{n}", each, roles, aliases=("旧称",) * (n == 1))
        for n, each in enumerate(names)
    ]


@pytest.fixture(autouse=True)
def _at_once(plain_words: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taps, "interval", 0)


def made(
    qtbot: QtBot, said: str = "", count: int = len(NAMES), spare: dict[str, str] | None = None
) -> OrganField:
    words = Words("en")
    asking = Asking(
        question=QUESTION,
        answers=Answers().say("q", said),
        look=Look(LIGHT, KIOSK),
        words=words,
        pack_words=PackWords(words, ()),
        organs=lambda: organs(count),
        spare={} if spare is None else spare,
    )
    field = OrganField(asking)
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
    return field


def types(field: OrganField, text: str) -> None:
    assert field.search is not None
    field.search.box.setText(text)


def shown(field: OrganField) -> list[str]:
    cards = field.cards.findChildren(QAbstractButton)
    return [each.text() for each in cards if each.isVisible()]


def test_a_short_list_is_read_and_not_searched(qtbot: QtBot) -> None:
    assert len(NAMES) > MANY
    assert made(qtbot, count=MANY).search is None
    assert made(qtbot).search is not None


def test_what_is_typed_leaves_what_matches_and_the_ways_out(qtbot: QtBot) -> None:
    field = made(qtbot)
    types(field, "委员会 市场")
    assert shown(field) == ["市场监督管理委员会", "Another organ", "I am not sure"]
    assert field.found.text() == "Matching: 1"
    types(field, "")
    assert len(shown(field)) == len(NAMES) + 2
    assert not field.found.isVisible()


def test_an_old_name_finds_the_organ_too(qtbot: QtBot) -> None:
    field = made(qtbot)
    types(field, "旧称")
    assert shown(field)[0] == "公安局"


def test_from_the_line_the_arrow_leads_to_the_first_match_and_space_takes_it(qtbot: QtBot) -> None:
    field = made(qtbot)
    assert field.search is not None
    field.search.box.setFocus()
    types(field, "海关")
    QTest.keyClick(field.search.box, Qt.Key.Key_Down)
    card = field.window().focusWidget()
    assert isinstance(card, QAbstractButton)
    assert card.text() == "海关"
    assert field.raw() == "", "to go there is not to choose"
    QTest.keyClick(card, Qt.Key.Key_Space)
    assert field.raw() == "o6"


def test_what_is_chosen_is_never_hidden(qtbot: QtBot) -> None:
    field = made(qtbot, "o1")
    types(field, "海关")
    assert shown(field) == ["公安局", "海关", "Another organ", "I am not sure"]
    assert field.raw() == "o1"


def test_where_none_matches_the_name_is_typed_and_need_not_be_typed_twice(qtbot: QtBot) -> None:
    field = made(qtbot)
    types(field, "气象局")
    assert field.found.text().startswith("No organ matches.")
    assert shown(field) == ["Another organ", "I am not sure"]
    other = next(
        each for each in field.cards.findChildren(QAbstractButton) if each.text() == "Another organ"
    )
    QTest.mouseClick(other, Qt.MouseButton.LeftButton)
    assert field.raw() == "气象局"
    assert field.window().focusWidget() is field.line.box


def test_the_search_is_there_again_when_the_page_is_built_anew(qtbot: QtBot) -> None:
    spare: dict[str, str] = {}
    types(made(qtbot, spare=spare), "海关")
    again = made(qtbot, spare=spare)
    assert again.search is not None
    assert again.search.raw() == "海关"
    assert shown(again)[0] == "海关"


def test_a_screen_reader_meets_a_name_and_is_told_how_many_match(qtbot: QtBot) -> None:
    field = made(qtbot)
    assert field.search is not None
    assert field.search.box.accessibleName() == "Search for the organ"
    assert str(len(NAMES)) in field.search.box.accessibleDescription()


def test_names_are_compared_without_accents_and_capitals() -> None:
    assert folded("Dirección") == folded("DIRECCION")
    assert folded("ＡＢＣ") == "abc"


def test_the_ways_out_are_answers_as_before(qtbot: QtBot) -> None:
    assert made(qtbot, NOT_SURE).raw() == NOT_SURE
    assert made(qtbot, OTHER).raw() == OTHER


def test_where_no_organ_is_known_there_is_only_the_line(qtbot: QtBot) -> None:
    words = Words("en")
    asking = Asking(
        question=QUESTION,
        answers=Answers().say("q", "Bank of Nowhere"),
        look=Look(LIGHT, KIOSK),
        words=words,
        pack_words=PackWords(words, ()),
    )
    asked = organ(asking)
    qtbot.addWidget(asked.field)
    assert isinstance(asked.field, TextField)
    assert asked.field.label().text() == "Who?"
    assert asked.value() == "Bank of Nowhere"
    (card,) = asked.field.findChildren(QAbstractButton)
    card.click()
    assert asked.value() == NOT_SURE


def test_a_name_not_typed_yet_elsewhere_is_an_empty_line(qtbot: QtBot) -> None:
    words = Words("en")
    asking = Asking(
        question=QUESTION,
        answers=Answers().say("q", OTHER),
        look=Look(LIGHT, KIOSK),
        words=words,
        pack_words=PackWords(words, ()),
    )
    asked = organ(asking)
    qtbot.addWidget(asked.field)
    assert asked.value() == ""
