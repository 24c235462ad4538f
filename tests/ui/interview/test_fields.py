"""Every shape of answer has a field, and every field gives back exactly what was typed before."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from filingdesk.core.answers import Answers, Difference, Value
from filingdesk.core.pack import Authority, Pack, Role
from filingdesk.core.question import NOT_SURE, AnswerType, Choice, Part, Question
from filingdesk.ui.interview.asking import Asked, Asking
from filingdesk.ui.interview.fields import FIELDS
from filingdesk.ui.theme.tokens import KIOSK, LIGHT, Look
from filingdesk.words.catalogue import PackWords, Words

LOOK = Look(LIGHT, KIOSK)
CHOICES = (Choice("a", "First"), Choice("b", "Second", "With help", "check"))
ORGAN = Authority("market", "市场监督管理局", frozenset({Role.RECOGNISING}))
PLACE = Pack("cn", "全国", "1", date(2026, 1, 1), "zh_CN", ("cn",))


def asked(
    type_: AnswerType,
    said: Value = "",
    *,
    not_sure: bool = False,
    help: str = "One hint.",
    choices: tuple[Choice, ...] = CHOICES,
) -> Asked:
    """The field of a question to which this was said before."""
    question = Question(
        "q", type_, Part.RECORD, "What?", "It", help=help, choices=choices, not_sure=not_sure
    )
    words = Words("en")
    return FIELDS[type_](
        Asking(
            question=question,
            answers=Answers().say("q", said),
            look=LOOK,
            words=words,
            pack_words=PackWords(words, ("cn",)),
            choices=choices,
            organs=lambda: (ORGAN,),
            places=lambda: (PLACE,),
        )
    )


def test_every_shape_of_answer_has_a_field_but_papers() -> None:
    assert set(AnswerType) - set(FIELDS) == {AnswerType.MATERIALS}


@pytest.mark.parametrize(("offered", "told"), [(CHOICES, True), (CHOICES[:1], False)])
def test_more_than_one_can_be_chosen_only_where_there_is_more_than_one(
    qtbot: QtBot, offered: tuple[Choice, ...], told: bool
) -> None:
    built = asked(AnswerType.CHOICES, help="", choices=offered)
    qtbot.addWidget(built.field)
    labels = [each.text() for each in built.field.findChildren(QLabel)]
    assert any("more than one" in each for each in labels) is told


@pytest.mark.parametrize("type_", FIELDS)
def test_nothing_said_is_nothing_answered(qtbot: QtBot, type_: AnswerType) -> None:
    built = asked(type_)
    qtbot.addWidget(built.field)
    assert not built.value()


@pytest.mark.parametrize(
    ("type_", "said"),
    [
        (AnswerType.CHOICE, "b"),
        (AnswerType.CHOICES, ("a", "b")),
        (AnswerType.LINE, "  市监罚〔2024〕7号 "),
        (AnswerType.STORY, "first line\n\n第二段，𠮷。"),
        (AnswerType.DATE, "2026-02-30"),
        (AnswerType.DATE, "2026-13-"),
        (AnswerType.DATE, "--05"),
        (AnswerType.NAME, "䶮㛃"),
        (AnswerType.ID_NUMBER, "1101051949123100 2x"),
        (AnswerType.CREDIT_CODE, "not a code"),
        (AnswerType.PHONE, "ask my son"),
        (AnswerType.EMAIL, "@"),
        (AnswerType.AUTHORITY, "market"),
        (AnswerType.AUTHORITY, "某县粮食局"),
        (AnswerType.AUTHORITY, " "),
        (AnswerType.JURISDICTION, "cn"),
        (AnswerType.DIFFERENCES, (Difference("金额", "5", ""), Difference("", "", "是"))),
    ],
)
def test_what_was_typed_stands_there_again(qtbot: QtBot, type_: AnswerType, said: Value) -> None:
    built = asked(type_, said)
    qtbot.addWidget(built.field)
    assert built.value() == said


@pytest.mark.parametrize("type_", set(FIELDS) - {AnswerType.JURISDICTION, AnswerType.DIFFERENCES})
def test_not_sure_is_an_answer_where_it_is_offered(qtbot: QtBot, type_: AnswerType) -> None:
    built = asked(type_, NOT_SURE, not_sure=True)
    qtbot.addWidget(built.field)
    ticked = [
        card.text()
        for card in built.field.findChildren(QAbstractButton)
        if card.isCheckable() and card.isChecked()
    ]
    assert ticked == ["I am not sure"]
    assert built.value() == NOT_SURE


@pytest.mark.parametrize("type_", FIELDS)
def test_the_question_is_its_name_for_who_cannot_see(qtbot: QtBot, type_: AnswerType) -> None:
    built = asked(type_)
    qtbot.addWidget(built.field)
    assert built.field.label().text() == "What?"


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(year=st.text("0123456789", max_size=4), month=st.integers(0, 99), day=st.integers(0, 99))
def test_whatever_stands_in_a_date_is_kept(qtbot: QtBot, year: str, month: int, day: int) -> None:
    raw = f"{year}-{month:02}-{day:02}"
    built = asked(AnswerType.DATE, raw)
    assert built.value() == raw
    built.field.deleteLater()
