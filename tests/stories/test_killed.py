"""The power goes while somebody types: everything typed is there again, and can be signed."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from filingdesk.core.case import Status
from filingdesk.desk import Desk
from tests.cli.shell import surroundings
from tests.desk.furnished import answers_of, example, open_desk

ROOT = Path(__file__).parent.parent.parent
TYPING = """
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from PIL import Image

from tests.desk.furnished import answers_of, example, open_desk

picture = BytesIO()
Image.new("RGB", (90, 60), "teal").save(picture, "PNG")
with open_desk(Path(sys.argv[1])) as desk:
    said = answers_of(desk, example("cn-tianjin/tianjin-expired")).answers
    draft = desk.begin("es", "2026-11-22")
    for question, value in said.values.items():
        draft = desk.keep(replace(draft, answers=draft.answers.say(question, value), page="story"))
    draft = desk.keep(desk.attach(draft, "decision", picture.getvalue()))
    print(draft.id, flush=True)
    signing = sys.argv[2] == "signing"
    if signing:
        erase = desk.erase
        desk.erase = lambda draft: print("signed", flush=True) or sys.stdin.read()
        desk.sign(draft)
    sys.stdin.read()
"""


def killed(home: Path, doing: str) -> str:
    """The reference of what was being typed when the power went."""
    desk = subprocess.Popen(
        [sys.executable, "-c", TYPING, str(home), doing],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=surroundings() | {"PYTHONPATH": os.pathsep.join(sys.path)},
        cwd=ROOT,
        text=True,
    )
    with desk:
        assert desk.stdout
        reference = desk.stdout.readline().strip()
        if doing == "signing":
            assert desk.stdout.readline() == "signed\n"
        desk.kill()
    assert desk.returncode == -signal.SIGKILL
    return reference


def test_everything_typed_is_offered_again(home: Path) -> None:
    reference = killed(home, "typing")
    with open_desk(home) as desk:
        draft = desk.interrupted()
        assert draft
        said = answers_of(desk, example("cn-tianjin/tianjin-expired")).answers
        everything = {key: value for key, value in said.values.items() if key != "materials"}
        assert {key: draft.answers.values[key] for key in everything} == everything
        assert (draft.id, draft.language, draft.page) == (reference, "es", "story")
        assert draft.consent == "2026-11-22"
        [file] = desk.said_of(draft, "decision").files
        assert len(desk.doors.store.file(draft.id, file.id).pages) == 1

        case = desk.sign(draft)
        assert case.reference == reference
        assert desk.interrupted() is None
        embedded = desk.doors.verifier.extract(desk.signed_pdf(case.id))
        assert set(embedded) == {"filing.json", "filing.csv", "exhibit-03-01.jpg"}


def test_killed_between_signing_and_sweeping_it_is_not_offered_again(home: Path) -> None:
    reference = killed(home, "signing")
    with open_desk(home) as desk:
        assert [each.id for each in desk.doors.store.drafts()] == [reference]
        assert desk.interrupted() is None
        assert desk.doors.store.drafts() == ()
        [case] = desk.cases()
        assert (case.case.reference, case.case.status) == (reference, Status.SIGNED)
        assert desk.doors.verifier.verify(desk.signed_pdf(reference)).good


def test_the_latest_of_several_is_offered_first(home: Path) -> None:
    with open_desk(home) as desk:
        older, newer = (_begun(desk, name) for name in ("cn/omission", "cn/mismatch"))
    with open_desk(home) as desk:
        draft = desk.interrupted()
        assert draft
        assert draft.id == newer
        desk.erase(draft)
        draft = desk.interrupted()
        assert draft
        assert draft.id == older


def _begun(desk: Desk, name: str) -> str:
    return desk.keep(desk.draft_of(answers_of(desk, example(name)))).id
