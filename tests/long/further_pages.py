"""The pages to which only papers, cards and agencies lead, one state after the other."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import ExifTags, Image, ImageDraw
from PySide6.QtWidgets import QWidget

from filingdesk.core.answers import MaterialState
from filingdesk.core.case import Case
from filingdesk.core.ports import Draft
from filingdesk.core.problem import Problem
from filingdesk.core.signature import (
    Capacity,
    Key,
    KeyKind,
    SigningSettings,
    Token,
    Tries,
    field_name,
)
from filingdesk.desk import Desk
from filingdesk.ui.clerk.room import ClerkRoom
from filingdesk.ui.kiosk import names
from filingdesk.ui.kiosk.materials import MaterialsPage
from filingdesk.ui.kiosk.own_key import OwnKey
from filingdesk.ui.kiosk.papers.arrange import ArrangePage
from filingdesk.ui.kiosk.shell import Kiosk
from filingdesk.ui.kiosk.signing import Signing, Way, keep
from filingdesk.ui.widgets.overlay import Overlay
from tests.intake.making import encoded, letter
from tests.stories.agency import signed_by_agency

AtRest = Callable[[QWidget, str], str]
"""Waits until the window is at rest, and gives the name of what is seen."""

OWNER = "Guadalupe Villavicencio-Echeverría 欧阳娜娜"
LONG_NAME = "天津市和平区市场监督管理局行政处罚决定书扫描件第二版.pdf"
_AT = datetime(2024, 1, 1, tzinfo=UTC)
_UNTIL = datetime(2029, 12, 30, tzinfo=UTC)
CARD = Token(
    0,
    "social security card",
    "0123456789abcdef",
    Tries.LAST,
    (
        Key("signing", KeyKind.TOKEN, OWNER, _AT, _UNTIL),
        Key("other", KeyKind.TOKEN, "李文", _AT, _UNTIL),
    ),
)


def photo() -> bytes:
    """As a telephone takes it: with the time and the place."""
    exif = Image.Exif()
    exif[ExifTags.Base.DateTime] = "2026:11:20 09:30:00"
    place = exif.get_ifd(ExifTags.IFD.GPSInfo)
    place[ExifTags.GPS.GPSLatitudeRef] = "N"
    place[ExifTags.GPS.GPSLatitude] = (39.0, 7.0, 36.0)
    place[ExifTags.GPS.GPSLongitudeRef] = "E"
    place[ExifTags.GPS.GPSLongitude] = (117.0, 12.0, 0.0)
    picture = Image.new("RGB", (900, 600), "#e8f0ff")
    ImageDraw.Draw(picture).text((60, 60), "A paper of mine", fill="#102030", font_size=60)
    return encoded(picture, "JPEG", exif=exif)


def with_papers(desk: Desk, draft: Draft) -> Draft:
    """A scan of five pages with one of them turned, and a photo."""
    paper, draft = desk.materials(draft)[0].id, desk.keep(draft)
    draft = desk.attach(draft, paper, letter(5), untrusted_name=LONG_NAME)
    draft = desk.attach(draft, paper, photo(), untrusted_name="IMG_2024.jpg")
    file = desk.said_of(draft, paper).files[0].id
    return desk.rotate_page(draft, paper, file, 1, 90)


def papers(kiosk: Kiosk, draft: Draft, stick: Path, at_rest: AtRest) -> Iterator[str]:
    """Materials with files in them, the files of a stick, and the pages being arranged."""
    session = kiosk.session
    paper, other, *_ = (each.id for each in session.desk.materials(draft))
    session.resume(replace(with_papers(session.desk, draft), page="materials"))
    yield at_rest(kiosk, "materials attached")
    bring_later = replace(session.desk.said_of(session.here, other), state=MaterialState.WILL_BRING)
    session.take(session.desk.say_of(session.here, bring_later))
    session.show("materials")
    page = kiosk.page
    assert isinstance(page, MaterialsPage)
    session.spare[f"materials:{paper}:3"] = LONG_NAME
    session.tell(Problem(f"materials:{paper}:3", "file-not-accessible"))
    yield at_rest(kiosk, "materials refused")
    yield from _a_stick(kiosk, paper, stick, at_rest)
    session.arrange(paper)
    yield at_rest(kiosk, "arranging")
    page = kiosk.page
    assert isinstance(page, ArrangePage)
    page._ask_cut()
    yield at_rest(kiosk, "cutting")
    clear(kiosk)
    session.stop_arranging()


def _a_stick(kiosk: Kiosk, paper: str, stick: Path, at_rest: AtRest) -> Iterator[str]:
    """What lies on it, beside each other's names; then none is there."""
    for name in (LONG_NAME, "IMG_2024.jpg", "身份证.png"):
        (stick / name).write_bytes(photo())
    page, doors = kiosk.page, kiosk.session.desk.doors
    assert isinstance(page, MaterialsPage)
    for sticks, name in (((str(stick),), "files of a stick"), ((), "no stick")):
        with pytest.MonkeyPatch.context() as plugged:
            plugged.setattr(doors, "sticks", lambda sticks=sticks: sticks)
            page._ask_for_files(paper)
            yield at_rest(kiosk, name)
        clear(kiosk)


def own_key(kiosk: Kiosk, draft: Draft, at_rest: AtRest) -> Iterator[str]:
    """The ways to sign where cards are read; which key, and its PIN."""
    session = kiosk.session
    with pytest.MonkeyPatch.context() as reader:
        reader.setattr(session.desk.doors, "signing", lambda: SigningSettings(token_module="/a.so"))
        reader.setattr(session.desk.doors, "tokens", lambda: (CARD,))
        session.resume(replace(draft, page=names.SIGN))
        yield at_rest(kiosk, "sign")
        keep(session, Signing(truth=True, way=Way.CARD))
        session.show(names.SIGN)
        yield at_rest(kiosk, "sign with a card")
        page = kiosk.page
        assert page is not None
        way = OwnKey(page, _never, lambda _case: None, lambda _problems: None, lambda: None)
        way.begin()
        yield at_rest(kiosk, "which key")
        clear(kiosk)
        one_key = replace(CARD, keys=CARD.keys[:1])
        reader.setattr(session.desk.doors, "tokens", lambda: (one_key,))
        way.begin()
        yield at_rest(kiosk, "the PIN of a card")
        clear(kiosk)


def clerks_pages(room: ClerkRoom, desk: Desk, folder: Path, at_rest: AtRest) -> Iterator[str]:
    """How the desk signs, a filing checked, a key of one's own, and what an agency sent back."""
    case = desk.cases()[0].case.id
    room.show_settings()
    yield at_rest(room, "settings")
    check = room.show_check()
    yield at_rest(room, "check a filing")
    filing = folder / "filing.pdf"
    filing.write_bytes(desk.signed_pdf(case))
    check.check(filing)
    yield at_rest(room, "a verdict")
    junk = folder / "junk.pdf"
    junk.write_bytes(b"nothing")
    check.check(junk)
    yield at_rest(room, "no verdict")
    cases = room.show_cases()
    cases.open(case)
    pane = cases.pane
    with pytest.MonkeyPatch.context() as reader:
        reader.setattr(desk.doors, "signing", lambda: SigningSettings(token_module="/a.so"))
        reader.setattr(desk.doors, "tokens", lambda: (CARD,))
        pane.attest()
        yield at_rest(room, "which key signs")
        clear(room)
        pane._witness._ask(case, pane._witness._on_card(CARD, CARD.keys[0]))
        yield at_rest(room, "the PIN of a clerk's card")
        clear(room)
    returned = folder / "returned.pdf"
    field = field_name(Capacity.AGENCY_RECEIPT)
    returned.write_bytes(signed_by_agency(desk.signed_pdf(case), field))
    pane._dropped(returned)
    yield at_rest(room, "what came back")
    clear(room)
    pane._show_reply(returned.read_bytes(), desk.judge(returned.read_bytes()))
    yield at_rest(room, "a reply")
    pane.go_back()


def clear(window: QWidget) -> None:
    """Nothing lies over it."""
    for overlay in window.findChildren(Overlay):
        overlay.dismiss()


def _never(*_asked: object) -> Case:
    raise AssertionError("nobody has typed a PIN")
