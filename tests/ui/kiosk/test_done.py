"""It is signed: the number, what to do now, what happens when, and a copy to take home."""

from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible

from filingdesk.core.answers import MaterialAnswer, MaterialState
from filingdesk.core.pack import Role
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.ui.kiosk import signing
from filingdesk.ui.kiosk.done import DonePage
from filingdesk.ui.kiosk.names import START
from filingdesk.ui.kiosk.picking import Picking
from filingdesk.ui.kiosk.reference import ReferenceNumber
from filingdesk.ui.kiosk.signing import Signing, Way
from filingdesk.words.catalogue import Words
from tests.desk.furnished import CENTRE, TODAY
from tests.ui.kiosk.person import settle
from tests.ui.kiosk.visits import EXPIRED, Visit, Visitor


@pytest.fixture
def signed(visit: Visit) -> Visitor:
    return signs(visit)


def signs(visit: Visit, name: str = EXPIRED, language: str = "en") -> Visitor:
    citizen = visit("sign", name, language=language)
    citizen.session.filed(citizen.desk.sign(citizen.session.here))
    return citizen


def reference_of(citizen: Visitor) -> str:
    assert citizen.session.case is not None
    return citizen.session.case.reference


class Printers:
    """The printers of the centre, and what was put into their queues."""

    def __init__(self, citizen: Visitor, monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
        self.printed: list[tuple[str, str, bytes]] = []
        self.refuses = False
        doors = citizen.desk.doors
        monkeypatch.setattr(doors, "printers", lambda: names)
        monkeypatch.setattr(doors, "print", self._print)

    def _print(self, pdf: bytes, printer: str, title: str) -> None:
        if self.refuses:
            raise UserProblem(Problem("printer", "printer-refused", {"printer": printer}))
        self.printed.append((printer, title, pdf))


def picks(citizen: Visitor, name: str) -> None:
    settle()
    (picking,) = [each for each in citizen.kiosk.findChildren(Picking) if each.isVisible()]
    next(each for each in picking.lines if each.text() == name).click()
    citizen.waits()


class TestWhatIsTold:
    def test_the_reference_is_large_and_spelled(self, signed: Visitor) -> None:
        number = signed.page.findChild(ReferenceNumber)
        assert isinstance(number, ReferenceNumber)
        assert number.text() == reference_of(signed)
        assert number.font().pixelSize() == signed.session.look.sizes.title
        met = QAccessible.queryAccessibleInterface(number)
        letters = met.text(QAccessible.Text.Name)
        assert letters.replace(", ", "-").replace(" ", "") == reference_of(signed)
        assert letters.startswith("F D, ")

    def test_the_day_and_the_time(self, signed: Visitor) -> None:
        case = signed.session.case
        assert case is not None
        moment = case.events[-1].recorded_at
        day = Words("en").day(moment.date())
        assert signed.reads(f"Signed on {day} at {moment:%H:%M}")

    def test_what_to_do_now_names_the_papers_that_were_promised(self, signed: Visitor) -> None:
        assert signed.reads("Print the letter, and sign by hand, on every line for your name.")
        assert signed.reads("· The decision on which the record is based")
        assert not signed.reads("· The applicant's ID")
        assert signed.reads("Hand it over to Tianjin Municipal Market Regulation Commission")
        assert signed.reads("Ask for a receipt with the day on it")

    def test_each_promised_paper_has_its_day_or_says_that_none_is_given(self, visit: Visit) -> None:
        citizen = visit("sign")
        draft, desk = citizen.session.here, citizen.desk
        paper, other = (each.id for each in desk.materials(draft)[:2])
        for id, by in ((paper, "2026-12-01"), (other, "")):
            draft = desk.say_of(draft, MaterialAnswer(id, MaterialState.WILL_BRING, by=by))
        citizen.session.take(draft)
        citizen.session.filed(desk.sign(draft))
        assert citizen.reads(": by Tuesday, 1 December 2026")
        assert citizen.reads(": no day is given yet. Ask at the counter by when they need it.")

    def test_who_signed_on_the_screen_signs_once_more_on_paper(self, visit: Visit) -> None:
        citizen = visit("sign", "cn/repair-general")
        signing.keep(citizen.session, Signing(True, Way.SCREEN, (((0.1, 0.1), (0.9, 0.9)),)))
        case = citizen.desk.sign(citizen.session.here)
        signing.forget(citizen.session)
        citizen.session.filed(case)
        assert citizen.reads("sign once more by hand, on every line for your name")
        assert not citizen.reads("by the person who gives it")

    def test_a_paper_that_another_person_gives_is_signed_by_that_person(self, visit: Visit) -> None:
        citizen = signs(visit, "cn/own-record-authorised", language="zh_CN")
        paper = Words("zh_CN").say(
            "“{paper}” is signed by hand too, by the person who gives it.",
            paper="信用信息查询授权书",
        )
        assert citizen.reads(paper)

    def test_each_clock_says_when_and_an_unverified_one_gives_no_day(self, signed: Visitor) -> None:
        assert signed.reads("The last day by law is Tuesday, 19 January 2027.")
        assert signed.reads("Not verified: ask at the window")

    def test_a_clock_of_the_agency_starts_when_the_letter_is_there(self, visit: Visit) -> None:
        citizen = signs(visit, "cn-shandong/shandong-expired")
        assert citizen.reads("Starts when the authority has your letter.")

    def test_whom_to_ask(self, signed: Visitor) -> None:
        assert signed.reads(f"Ask at {CENTRE}, and say your reference number.")
        case = signed.session.case
        assert case is not None
        pack = signed.desk.doors.shelf.pack(case.jurisdiction)
        for office in pack.holding(Role.PLATFORM, TODAY):
            assert not office.contact or signed.reads(signed.session.text(office.contact))


class TestPrint:
    def test_the_only_printer_gets_the_signed_pages(
        self, signed: Visitor, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        printers = Printers(signed, monkeypatch, "Hall")
        signed.touches("Print the letter")
        signed.waits()
        pdf = signed.desk.signed_pdf(reference_of(signed))
        assert printers.printed == [("Hall", reference_of(signed), pdf)]
        assert signed.reads("on their way to the printer Hall")

    def test_among_several_a_person_chooses(
        self, signed: Visitor, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        printers = Printers(signed, monkeypatch, "Hall", "Counter 3")
        signed.touches("Print the letter")
        signed.waits()
        assert printers.printed == []
        picks(signed, "Counter 3")
        assert [name for name, *_ in printers.printed] == ["Counter 3"]

    def test_without_a_printer_it_is_said(
        self, signed: Visitor, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        Printers(signed, monkeypatch)
        signed.touches("Print the letter")
        signed.waits()
        assert signed.reads("No printer is connected.")

    def test_a_printer_that_refuses_is_told_and_may_be_tried_again(
        self, signed: Visitor, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        printers = Printers(signed, monkeypatch, "Hall")
        printers.refuses = True
        signed.touches("Print the letter")
        signed.waits()
        assert signed.reads("does not take the pages")
        printers.refuses = False
        signed.touches("Print the letter")
        signed.waits()
        assert signed.reads("on their way to the printer")
        assert not signed.reads("does not take the pages")


class TestStick:
    def test_the_file_lies_on_the_stick(
        self, signed: Visitor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(signed.desk.doors, "sticks", lambda: (str(tmp_path),))
        signed.touches("Save to a stick")
        signed.waits()
        reference = reference_of(signed)
        file = tmp_path / f"{reference}.pdf"
        assert file.read_bytes() == signed.desk.signed_pdf(reference)
        assert signed.reads(f"Saved to your stick as {reference}.pdf")

    def test_among_several_a_person_chooses(
        self, signed: Visitor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        sticks = (tmp_path / "RED", tmp_path / "BLUE")
        for each in sticks:
            each.mkdir()
        names = tuple(str(each) for each in sticks)
        monkeypatch.setattr(signed.desk.doors, "sticks", lambda: names)
        signed.touches("Save to a stick")
        signed.waits()
        picks(signed, "BLUE")
        assert [*sticks[1].iterdir()] == [sticks[1] / f"{reference_of(signed)}.pdf"]
        assert [*sticks[0].iterdir()] == []

    def test_a_stick_that_was_pulled_while_choosing_leaves_nothing_on_the_desks_own_disk(
        self, signed: Visitor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The folder that a stick was opened in can stay behind, empty."""
        sticks = [tmp_path / "RED", tmp_path / "BLUE"]
        for each in sticks:
            each.mkdir()
        monkeypatch.setattr(signed.desk.doors, "sticks", lambda: tuple(map(str, sticks)))
        signed.touches("Save to a stick")
        signed.waits()
        left_behind = sticks.pop()
        picks(signed, left_behind.name)
        assert signed.reads("The stick is not there any more.")
        assert [*left_behind.iterdir()] == []

    def test_without_a_stick_it_is_said(
        self, signed: Visitor, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(signed.desk.doors, "sticks", tuple)
        signed.touches("Save to a stick")
        signed.waits()
        assert signed.reads("There is no USB stick.")


class TestLeaving:
    def test_without_a_copy_one_is_asked_first(self, signed: Visitor) -> None:
        signed.touches("Finish and clear the screen")
        assert signed.sees("Finish without a copy?")
        signed.touches("Stay here")
        assert signed.at(DonePage)
        signed.touches("Finish and clear the screen")
        overlay = signed.overlay()
        assert overlay is not None
        overlay._answer("leave")
        self.nothing_stays(signed)

    def test_with_a_copy_one_touch_is_enough(
        self, signed: Visitor, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        Printers(signed, monkeypatch, "Hall")
        signed.touches("Print the letter")
        signed.waits()
        signed.session.set_language("es")
        signed.session.set_language("en")
        signed.touches("Finish and clear the screen")
        self.nothing_stays(signed)

    def nothing_stays(self, citizen: Visitor) -> None:
        settle()
        assert citizen.session.page == START
        assert citizen.session.draft is None
        assert citizen.session.case is None
        assert citizen.desk.doors.store.drafts() == ()
        assert len(citizen.desk.cases()) == 1
