"""From every finding, every authority and every counted date there is a way to why and whence.

By every example of every kind: a control that the keyboard reaches leads to the reason and to the
clause, with the words of the law, or with the word that nobody verified it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from filingdesk.core.advice import Advice, Remedy
from filingdesk.core.law import Citation
from filingdesk.core.pack import Shows
from filingdesk.ui.interview.clause import clauses
from filingdesk.ui.interview.why import Why
from filingdesk.ui.kiosk.counting import Counting, TakeAway
from filingdesk.ui.widgets.buttons import Button
from filingdesk.ui.widgets.note import Note
from filingdesk.words.catalogue import alone
from filingdesk.words.consent import VERSION
from tests.desk.furnished import EXAMPLES, answers_of, kind_of, name_of
from tests.ui.kiosk.visits import Visit, Visitor

KINDS = sorted({kind_of(each) for each in EXAMPLES})


@pytest.mark.parametrize("kind", KINDS)
def test_every_example(visit: Visit, kind: str) -> None:
    paths = [each for each in EXAMPLES if kind_of(each) == kind]
    citizen = visit("trouble", name_of(paths[0]))
    for path in paths:
        looks(citizen, path)


def looks(citizen: Visitor, path: Path) -> None:
    """Somebody with these answers looks at every page that tells them something."""
    desk, session = citizen.desk, citizen.session
    draft = replace(desk.draft_of(answers_of(desk, path)), language="en", consent=VERSION)
    told = [
        each
        for each in desk.interview(draft).path(draft.answers)
        if each.shows in (Shows.FINDING, Shows.AUTHORITY, Shows.ELSEWHERE)
    ]
    advice = desk.advise(draft)
    for page in told:
        session.case = None
        session.resume(desk.keep(replace(draft, page=page.id)))
        assert session.page == page.id
        match page.shows:
            case Shows.FINDING:
                sees_findings(citizen, advice)
                sees_dates(citizen, advice)
            case Shows.AUTHORITY if advice.remedy is Remedy.FILING:
                sees_the_authority(citizen, advice)
            case Shows.ELSEWHERE:
                leads_to_law(citizen, citizen.page, page.citations)
    if advice.remedy is Remedy.FILING:
        session.filed(desk.sign(draft))
        sees_what_comes_next(citizen)
    else:
        session.erase()


def sees_findings(citizen: Visitor, advice: Advice) -> None:
    text = citizen.session.text
    grounds = advice.grounds if advice.remedy is Remedy.FILING else ()
    for ground in grounds:
        leads_to_law(citizen, note_of(citizen, alone(text(ground.text))), ground.citations)
    own = citizen.session.interview.kind.id
    kinds = citizen.desk.pack(citizen.session.here.answers).kinds
    for other in advice.alternatives:
        if other.kind == own:
            note = note_of(citizen, "There is a further application")
        else:
            note = note_of(citizen, text(kinds[other.kind].name), other.citations)
        leads_to_law(citizen, note, other.citations)


def sees_dates(citizen: Visitor, advice: Advice) -> None:
    for deadline in advice.deadlines:
        note = note_of(citizen, citizen.session.text(deadline.clock.name))
        leads_to_law(citizen, note, deadline.clock.citations)
        leads_to_the_count(citizen, note, deadline.due_on)
    if advice.remedy is Remedy.NONE:
        return
    told = [*shown_dates(advice)]
    for day, citations in told:
        leads_to_law(citizen, citizen.page, citations)
        leads_to_the_count(citizen, citizen.page, day)
    if advice.earliest:
        assert citizen.session.words.day(advice.earliest) in citizen.heading
        assert advice.earliest - timedelta(days=1) in [day for day, _ in told]


def shown_dates(advice: Advice) -> Iterator[tuple[date, tuple[Citation, ...]]]:
    if advice.remedy is Remedy.WAIT:
        if advice.wait and advice.wait.ends_on:
            yield advice.wait.ends_on, advice.wait.citations
    elif advice.display.asserted:
        yield advice.display.asserted.ends_on, advice.display.asserted.rule.citations


def sees_the_authority(citizen: Visitor, advice: Advice) -> None:
    route = advice.route
    assert route is not None
    session = citizen.session
    assert session.text(route.name) in citizen.heading
    said = session.desk.say_in(session.here, advice, session.words)
    assert citizen.reads(said(route.reason))
    leads_to_law(citizen, citizen.page, route.citations)
    for near in route.near:
        note = note_of(citizen, session.text(near.name))
        assert said(near.reason) in citizen.texts(note)
        assert behind(note, citizen)


def sees_what_comes_next(citizen: Visitor) -> None:
    session = citizen.session
    assert session.case is not None
    for each in session.desk.case(session.case.id).clocks:
        row = row_of(citizen, session.text(each.clock.name))
        leads_to_law(citizen, row, each.clock.citations)
        if each.deadline is not None:
            leads_to_the_count(citizen, row, each.deadline.due_on)


# ------------------------------------------------------------------------ what a person can do


def leads_to_law(citizen: Visitor, within: QWidget, citations: Iterable[Citation]) -> None:
    """One of the lines in there opens into all these clauses."""
    wanted = clauses(citations, citizen.session.words)
    assert any(wanted in each for each in behind(within, citizen)), wanted


def behind(within: QWidget, citizen: Visitor) -> list[str]:
    """What the lines in there open into, each reached by the keyboard."""
    found = []
    for why in within.findChildren(Why):
        if why.reason.isHidden():
            presses(why.button)
        found.append(why.reason.text())
        assert why.reason.isVisible()
    return found


def leads_to_the_count(citizen: Visitor, within: QWidget, day: date) -> None:
    """One of the lines in there opens into the days, and those can be printed and saved."""
    words = citizen.session.words.day(day)
    for counting in within.findChildren(Counting):
        if not counting.findChildren(TakeAway):
            presses(counting.button)
        if any(words in each for each in citizen.texts(counting)):
            (taken,) = counting.findChildren(TakeAway)
            assert can_be_reached(taken.print)
            assert can_be_reached(taken.save)
            return
    raise AssertionError(f"nothing says how {words} was counted")


def presses(button: Button) -> None:
    assert can_be_reached(button)
    button.click()


def can_be_reached(button: Button) -> bool:
    tab = bool(button.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return tab and button.isVisible() and button.isEnabled() and bool(button.accessibleName())


def note_of(citizen: Visitor, title: str, citations: Iterable[Citation] = ()) -> Note:
    """The note under that title; of several, the one that leads to these clauses."""
    notes = [each for each in citizen.page.findChildren(Note) if title in citizen.texts(each)]
    assert notes, f"nothing is told of “{title}”"
    wanted = clauses(citations, citizen.session.words)
    return next((each for each in notes if wanted in behind(each, citizen)), notes[0])


def row_of(citizen: Visitor, title: str) -> QWidget:
    """The innermost part that says this and has a line that opens."""
    parts = [each for each in citizen.page.findChildren(QWidget) if each.findChildren(Why)]
    return next(each for each in reversed(parts) if title in citizen.texts(each))
