"""A visitor with papers on a stick, at the page that asks for them."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QAbstractButton

from filingdesk.core.answers import MaterialAnswer, MaterialState
from filingdesk.ui.kiosk.materials import MaterialsPage
from filingdesk.ui.kiosk.papers.picking_files import PickingFiles
from filingdesk.ui.kiosk.picture import PagePicture
from filingdesk.ui.kiosk.slot import Slot
from filingdesk.words.terms import MATERIAL_STATES
from tests.ui.kiosk.person import settle
from tests.ui.kiosk.visits import Visitor

IDENTITY, RECORD, DECISION = "identity", "record-page", "decision"


def stick_with_papers(folder: Path) -> Path:
    """A stick with a photo, a scan of three pages, and what cannot be attached."""
    stick = folder / "media" / "STICK"
    (stick / "照片").mkdir(parents=True)
    (stick / "照片" / "身份证.jpg").write_bytes(picture(600, 380))
    pages = [Image.new("RGB", (400, 560), colour) for colour in ("white", "grey", "black")]
    pages[0].save(stick / "决定书.pdf", save_all=True, append_images=pages[1:])
    (stick / "letter.docx").write_bytes(b"PK")
    (stick / ".hidden.jpg").write_bytes(picture(9, 9))
    return stick


def picture(width: int, height: int) -> bytes:
    """A photo in one colour."""
    file = BytesIO()
    Image.new("RGB", (width, height), "#88aacc").save(file, "JPEG")
    return file.getvalue()


class Bringing:
    """A visitor with papers."""

    def __init__(
        self, citizen: Visitor, sticks: list[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.citizen = citizen
        self.sticks = sticks
        monkeypatch.setattr(citizen.desk.doors, "sticks", lambda: tuple(sticks))

    def slot(self, paper: str) -> Slot:
        return self.citizen.at(MaterialsPage).slots[paper]

    def says(self, paper: str, state: MaterialState) -> None:
        words = self.citizen.session.words.say(MATERIAL_STATES[state])
        self.citizen.chooses(f"materials:{paper}", words)
        if state is MaterialState.CLERK_SAW:
            self.citizen.fetches_a_clerk()

    def said(self, paper: str) -> MaterialAnswer:
        return self.citizen.desk.said_of(self.citizen.session.here, paper)

    def offered(self) -> list[str]:
        return [card.text() for card in self.picking().cards.findChildren(QAbstractButton)]

    def picking(self) -> PickingFiles:
        settle()
        found = self.citizen.kiosk.findChildren(PickingFiles)
        (picking,) = [each for each in found if each.isVisible()]
        return picking

    def ticks(self, *names: str) -> None:
        """Files on the open card, and attach them."""
        for card in self.picking().cards.findChildren(QAbstractButton):
            if card.text() in names:
                card.click()
        self.citizen.touches(self.citizen.session.words.say("Attach what is ticked"))
        self.citizen.waits()

    def looks_for_a_file(self, paper: str) -> None:
        self.says(paper, MaterialState.ATTACHED)
        slot = self.slot(paper)
        slot.file_wanted.emit()
        self.citizen.waits()

    def attaches(self, paper: str, *names: str) -> None:
        self.looks_for_a_file(paper)
        self.ticks(*names)

    def pictures(self, paper: str) -> list[PagePicture]:
        settle()
        return [each for each in self.slot(paper).findChildren(PagePicture) if each.isVisible()]
