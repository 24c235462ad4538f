"""Originals, places and days, and a decision read by a machine: each only where one wants it."""

from datetime import timedelta
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QAbstractButton

from filingdesk.core.answers import MaterialState
from filingdesk.core.ports import Found
from filingdesk.intake.decision import Line, found_in
from filingdesk.ui.kiosk.papers.photo_origin import PhotoOrigin
from filingdesk.ui.kiosk.papers.suggested import Suggested
from tests.desk.furnished import TODAY
from tests.intake.making import encoded, letter, quarters
from tests.ui.kiosk.bringing import DECISION, IDENTITY, RECORD, Bringing, stick_with_papers
from tests.ui.kiosk.person import settle
from tests.ui.kiosk.visits import Visit

ORIGINAL = "Keep the original file inside"
PLACE = "Keep the place and time of this photo"


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    stick = stick_with_papers(tmp_path)
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x9003] = "2026:03:02 10:20:30"
    exif.get_ifd(0x8825).update({1: "N", 2: (39.0, 54.0, 26.0), 3: "E", 4: (116.0, 23.0, 50.0)})
    (stick / "door.jpg").write_bytes(encoded(quarters(), "JPEG", exif=exif))
    (stick / "letter.pdf").write_bytes(letter(5))
    return stick


@pytest.fixture
def bringing(visit: Visit, stick: Path, monkeypatch: pytest.MonkeyPatch) -> Bringing:
    return Bringing(visit("materials", materials=()), [str(stick)], monkeypatch)


def originals(bringing: Bringing) -> list[bytes]:
    """What would be filed beside the pages of the record."""
    desk, draft = bringing.citizen.desk, bringing.citizen.session.here
    files = bringing.said(RECORD).files
    return [content for each in files for _, content in desk.originals(draft, each)]


def touches(bringing: Bringing, words: str) -> None:
    bringing.citizen.touches(words)
    bringing.citizen.waits()


class TestOriginals:
    def test_only_the_pages_are_filed_unless_one_wants_more(
        self, bringing: Bringing, stick: Path
    ) -> None:
        bringing.attaches(RECORD, "letter.pdf", "door.jpg")
        assert originals(bringing) == []
        card = bringing.citizen.finds(ORIGINAL)
        assert card is not None
        assert "where a photo was taken" in card.accessibleDescription()

        touches(bringing, ORIGINAL)

        brought = {(stick / name).read_bytes() for name in ("letter.pdf", "door.jpg")}
        assert set(originals(bringing)) == brought
        bringing.attaches(RECORD, "决定书.pdf")
        assert len(originals(bringing)) == 3

        touches(bringing, ORIGINAL)

        assert originals(bringing) == []
        assert bringing.said(RECORD).files[0].original_size == 0

    def test_parted_and_joined_files_have_their_originals_once_and_lose_them_all(
        self, bringing: Bringing
    ) -> None:
        citizen = bringing.citizen
        bringing.says(IDENTITY, MaterialState.DO_NOT_HAVE)
        bringing.attaches(RECORD, "letter.pdf")
        desk = citizen.desk
        (file,) = bringing.said(RECORD).files
        citizen.session.take(desk.split_file(citizen.session.here, RECORD, file.id, 2))
        bringing.attaches(RECORD, "door.jpg")
        second, third = (each.id for each in bringing.said(RECORD).files[1:])
        citizen.session.take(desk.merge_files(citizen.session.here, RECORD, second, third))
        citizen.session.page_stale.emit()

        touches(bringing, ORIGINAL)

        assert len(set(originals(bringing))) == 2
        filing = desk.assemble(citizen.session.here)
        assert filing.exhibits
        touches(bringing, ORIGINAL)
        assert originals(bringing) == []

    def test_a_stick_that_is_gone_is_told_and_nothing_changes(
        self, bringing: Bringing, stick: Path
    ) -> None:
        bringing.attaches(RECORD, "letter.pdf")
        (stick / "letter.pdf").unlink()
        touches(bringing, ORIGINAL)
        assert "is not there any more" in bringing.slot(RECORD).error()
        card = bringing.citizen.finds(ORIGINAL)
        assert card is not None
        assert not card.isChecked()
        assert originals(bringing) == []

    def test_another_file_under_the_same_name_is_not_taken(
        self, bringing: Bringing, stick: Path
    ) -> None:
        bringing.attaches(RECORD, "letter.pdf")
        (stick / "letter.pdf").write_bytes(letter(2))
        touches(bringing, ORIGINAL)
        assert "not the file that the pages were made of" in bringing.slot(RECORD).error()
        assert originals(bringing) == []


class TestPlaceAndTime:
    def test_it_is_told_what_would_be_kept_and_nothing_is_by_itself(
        self, bringing: Bringing
    ) -> None:
        bringing.attaches(RECORD, "door.jpg", "letter.pdf")
        settle()
        (card,) = bringing.slot(RECORD).findChildren(PhotoOrigin)
        (box,) = card.findChildren(QAbstractButton)
        told = box.accessibleDescription()
        assert "2 Mar 2026, 10:20:30" in told
        assert "39.90722°, 116.39722°" in told
        assert not box.isChecked()
        assert not any(each.keeps_taken for each in bringing.said(RECORD).files)

        bringing.citizen.touches(PLACE)
        assert [each.taken is not None for each in bringing.said(RECORD).files].count(True) == 1
        assert bringing.citizen.focus() is box
        bringing.citizen.touches(PLACE)
        assert all(each.taken is None for each in bringing.said(RECORD).files)


class TestByWhichDay:
    def says_day(self, bringing: Bringing, *parts: str) -> None:
        field = bringing.slot(IDENTITY).day
        assert field is not None
        for box, text in zip(field.boxes, parts, strict=True):
            box.setText(text)
            box.textEdited.emit(text)

    @pytest.fixture
    def later(self, bringing: Bringing) -> Bringing:
        bringing.says(IDENTITY, MaterialState.WILL_BRING)
        bringing.says(RECORD, MaterialState.DO_NOT_HAVE)
        return bringing

    def test_the_letter_names_the_day(self, later: Bringing) -> None:
        day = TODAY + timedelta(days=10)
        self.says_day(later, str(day.year), str(day.month), str(day.day))
        citizen = later.citizen
        letter = str(citizen.desk.document(citizen.session.here))
        assert f"将不迟于{day.year}年{day.month}月{day.day}日补交" in letter
        citizen.continues()
        assert citizen.session.page == "check"
        assert citizen.reads("By ")

    def test_without_a_day_it_is_promised_all_the_same(self, later: Bringing) -> None:
        citizen = later.citizen
        assert "将另行补交" in str(citizen.desk.document(citizen.session.here))
        citizen.continues()
        assert citizen.session.page == "check"

    @pytest.mark.parametrize(
        ("parts", "words"),
        [(("2026", "2", "30"), "There is no such day"), (("2020", "1", "1"), "This day is over")],
    )
    def test_a_day_that_cannot_be_is_told_beside_it_and_stays(
        self, later: Bringing, parts: tuple[str, str, str], words: str
    ) -> None:
        citizen = later.citizen
        self.says_day(later, *parts)
        citizen.continues()
        assert citizen.session.page == "materials"
        field = later.slot(IDENTITY).day
        assert field is not None
        assert words in field.error()
        assert field.raw().startswith(parts[0])
        citizen.touches(citizen.summary()[0])
        assert field.isAncestorOf(citizen.focus())

    def test_another_state_forgets_no_day_and_uses_none(self, later: Bringing) -> None:
        self.says_day(later, "2027", "1", "4")
        later.says(IDENTITY, MaterialState.DO_NOT_HAVE)
        letter = str(later.citizen.desk.document(later.citizen.session.here))
        assert "2027" not in letter
        later.says(IDENTITY, MaterialState.WILL_BRING)
        field = later.slot(IDENTITY).day
        assert field is not None
        assert field.raw() == "2027-01-04"


class TestReading:
    LINES = ("津市监罚〔2024〕12号", "行政处罚决定书", "天津市市场监督管理委员会", "2024年5月6日")

    @pytest.fixture
    def reader(self, bringing: Bringing, monkeypatch: pytest.MonkeyPatch) -> Bringing:
        """A desk with a reader: what it recognises is said here, what it means is found out."""
        intake = bringing.citizen.desk.doors.intake
        monkeypatch.setattr(intake, "can_read_words", lambda: True)

        def decision(_pages: object) -> tuple[Found, ...]:
            return found_in([Line(text, 0.9) for text in self.LINES])

        monkeypatch.setattr(intake, "decision", decision)
        bringing.attaches(DECISION, "door.jpg")
        return bringing

    def card(self, bringing: Bringing) -> Suggested:
        touches(bringing, "Read the paper for me")
        found = bringing.citizen.kiosk.findChildren(Suggested)
        (card,) = [each for each in found if each.isVisible()]
        return card

    def test_nothing_is_taken_that_was_not_chosen(self, reader: Bringing) -> None:
        before = reader.citizen.session.here.answers
        card = self.card(reader)
        assert all(each.values() == ("keep",) for each in card.cards.values())
        reader.citizen.touches("Take what I chose")
        assert reader.citizen.session.here.answers == before
        self.card(reader)
        reader.citizen.touches("Change nothing")
        assert reader.citizen.session.here.answers == before

    def test_what_was_read_stands_beside_what_was_said_with_its_line(
        self, reader: Bringing
    ) -> None:
        session = reader.citizen.session
        session.say("document_number", "津市监罚〔2024〕1号")
        card = self.card(reader)
        number = card.cards["document_number"]
        texts = [each.text() for each in number.findChildren(QAbstractButton)]
        assert texts == ["Use: 津市监罚〔2024〕12号", "Keep mine: 津市监罚〔2024〕1号"]
        assert any("It stands in this line" in each for each in reader.citizen.texts(number))

        reader.citizen.touches(texts[0])
        reader.citizen.touches("Take what I chose")

        assert session.here.answers.text("document_number") == "津市监罚〔2024〕12号"
        assert reader.citizen.reads("Answers taken from the paper: 1.")

    def test_an_organ_that_is_known_is_shown_by_its_name_and_taken_as_itself(
        self, reader: Bringing
    ) -> None:
        session = reader.citizen.session
        known = session.desk.pack(session.here.answers).authorities
        organ = next(each for each in known if each.name == self.LINES[2])
        other = next(each for each in known if each.id != organ.id)
        session.say("deciding_authority", other.id)
        cards = self.card(reader).cards["deciding_authority"]
        texts = [each.text() for each in cards.findChildren(QAbstractButton)]
        assert texts[0] == f"Use: {session.text(organ.name)}"
        assert other.id not in texts[1]
        reader.citizen.touches(texts[0])
        reader.citizen.touches("Take what I chose")
        assert session.here.answers.text("deciding_authority") == organ.id
        assert "deciding_authority" not in self.card(reader).cards

    def test_a_paper_that_says_nothing_new_is_told(
        self, reader: Bringing, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(reader.citizen.desk.doors.intake, "decision", lambda _pages: ())
        touches(reader, "Read the paper for me")
        assert reader.citizen.sees("We found nothing to fill in")

    def test_it_is_offered_for_decisions_only(self, reader: Bringing) -> None:
        reader.attaches(RECORD, "letter.pdf")
        buttons = reader.slot(RECORD).findChildren(QAbstractButton)
        assert all(each.text() != "Read the paper for me" for each in buttons)

    def test_a_desk_without_a_reader_does_not_offer_it(
        self, bringing: Bringing, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(bringing.citizen.desk.doors.intake, "can_read_words", lambda: False)
        bringing.attaches(DECISION, "door.jpg")
        assert bringing.citizen.finds("Read the paper for me") is None
