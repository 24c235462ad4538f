"""The window and the command line are twins: the same answers make the same filing."""

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image

from filingdesk.core.answers import Answers, MaterialState
from filingdesk.core.ports import AnswersFile
from filingdesk.desk import Desk
from filingdesk.words.consent import VERSION
from filingdesk.words.terms import MATERIAL_STATES
from tests.desk.furnished import FILINGS, answers_of, kind_of, name_of, no_file
from tests.ui.kiosk.person import settle
from tests.ui.kiosk.visits import Visit, Visitor
from tests.ui.kiosk.walker import Walker

ONE_OF_A_KIND = [*{kind_of(each): each for each in reversed(FILINGS)}.values()]
"""An example of each kind of filing."""


def filing_of(desk: Desk, reference: str) -> dict[str, Any]:
    """What was filed; what is its own are the reference, the code, and a file's id in the store.

    `text` holds the sheet in the reader's language as well, and both name the reference.
    """
    data: dict[str, Any] = json.loads(desk.doors.store.filing(reference))
    assert data.pop("reference") == reference
    papers = data["answers"].get("materials", [])
    papers.sort(key=lambda each: str(each["material"]))
    for each in papers:
        for file in each["files"]:
            assert file.pop("id")
    return {id: each for id, each in data.items() if id not in ("code", "text", "read_in")}


def by_hand(citizen: Visitor) -> dict[str, Any]:
    assert citizen.session.case is not None
    return filing_of(citizen.desk, citizen.session.case.reference)


@pytest.mark.parametrize("example", FILINGS, ids=name_of)
def test_the_same_answers_make_the_same_filing(visit: Visit, example: Path) -> None:
    citizen = visit("trouble", name_of(example), language="zh_CN", fresh=True)
    file = answers_of(citizen.desk, example)
    walker = Walker(citizen, file)
    walker.walks_to("sign")
    walker.signs_on_paper()

    case = citizen.desk.sign(citizen.desk.begin_from(file, no_file, VERSION))

    expected = filing_of(citizen.desk, case.reference)
    assert by_hand(citizen) == as_an_old_name_is_typed(expected, citizen, file)


def as_an_old_name_is_typed(
    filing: dict[str, Any], citizen: Visitor, file: AnswersFile
) -> dict[str, Any]:
    """The window offers today's organs: one of former days is typed by its name, not by its id."""
    said = file.answers.text("deciding_authority")
    known = citizen.desk.pack(citizen.session.here.answers).authority(said)
    if known and not known.effect.covers(citizen.session.today):
        filing["answers"]["deciding_authority"] = known.name
    return filing


@pytest.mark.parametrize("language", ["zh_TW", "en", "es"])
@pytest.mark.parametrize("example", ONE_OF_A_KIND, ids=name_of)
def test_the_language_of_the_screen_changes_nothing(
    visit: Visit, example: Path, language: str
) -> None:
    citizen = visit("trouble", name_of(example), language=language, fresh=True)
    file = answers_of(citizen.desk, example)
    walker = Walker(citizen, file)
    walker.walks_to("sign")
    walker.signs_on_paper()

    case = citizen.desk.sign(citizen.desk.begin_from(file, no_file, VERSION))

    assert by_hand(citizen) == filing_of(citizen.desk, case.reference)


def test_a_picture_from_a_stick_is_the_same_exhibit(
    visit: Visit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = next(each for each in FILINGS if each.stem == "tianjin-expired")
    picture = BytesIO()
    Image.new("RGB", (300, 200), "#ccddee").save(picture, "PNG")
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / "record.png").write_bytes(picture.getvalue())
    citizen = visit("materials", name_of(path))
    monkeypatch.setattr(citizen.desk.doors, "sticks", lambda: (str(stick),))
    say = citizen.session.words.say
    citizen.chooses("materials:record-page", say(MATERIAL_STATES[MaterialState.ATTACHED]))
    citizen.touches("Choose files")
    citizen.waits()
    citizen.touches("record.png")
    citizen.touches("Attach what is ticked")
    citizen.waits()
    for _ in range(3):
        citizen.continues()
        citizen.waits()
    walker = Walker(citizen, answers_of(citizen.desk, path))
    walker.signs_on_paper()

    text = path.read_text("utf-8").replace(
        'id = "record-page"\nstate = "clerk_saw"',
        'id = "record-page"\nstate = "attached"\nfiles = ["record.png"]',
    )
    file = citizen.desk.doors.read_answers(text, "answers.toml")
    draft = citizen.desk.begin_from(file, lambda name: (stick / name).read_bytes(), VERSION)
    case = citizen.desk.sign(draft)

    assert by_hand(citizen) == filing_of(citizen.desk, case.reference)
    assert pictures(citizen, case.reference) == 1


def pictures(citizen: Visitor, reference: str) -> int:
    with pikepdf.open(BytesIO(citizen.desk.signed_pdf(reference))) as pdf:
        return sum(name.startswith("exhibit-") for name in pdf.attachments)


def test_only_what_counts_is_kept_of_a_way_that_was_left(visit: Visit) -> None:
    citizen = visit("check", wrong_how="error")
    settle()
    filing = citizen.desk.assemble(citizen.session.here)
    assert isinstance(filing.answers, Answers)
    assert "wrong_how" not in filing.answers.values
