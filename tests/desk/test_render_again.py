"""filing.json gives the signed pages again, byte for byte; and whatever is changed is told."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from PIL import Image

from filingdesk import resources
from filingdesk.core.answers import AttachedFile
from filingdesk.core.case import Case
from filingdesk.core.problem import UserProblem
from filingdesk.desk import Desk
from tests.desk.furnished import FILINGS, answers_of, example, kind_of, name_of, no_file, open_desk

CONSENT = "1"
ONE_OF_A_KIND = [*{kind_of(each): each for each in FILINGS}.values()]
STROKES = (((0.123456, 0.5), (0.9, 0.25)),)


def photo(colour: str) -> bytes:
    file = BytesIO()
    Image.new("RGB", (320, 200), colour).save(file, "PNG")
    return file.getvalue()


def signed(desk: Desk, path: Path, language: str) -> Case:
    draft = desk.begin_from(answers_of(desk, path), no_file, CONSENT)
    wanted = desk.materials(draft)
    if wanted:
        draft = desk.attach(draft, wanted[0].id, photo("white"))
        draft = desk.attach(draft, wanted[0].id, photo("red"))
    return desk.sign(desk.keep(replace(draft, language=language)), STROKES)


def inside(desk: Desk, case: Case) -> Mapping[str, bytes]:
    return desk.doors.verifier.extract(desk.signed_pdf(case.id))


@pytest.mark.parametrize("path", ONE_OF_A_KIND, ids=name_of)
def test_every_kind_gives_its_pages_again_on_another_day(desk: Desk, path: Path) -> None:
    language = ("zh_CN", "es", "en", "zh_TW")[ONE_OF_A_KIND.index(path) % 4]
    case = signed(desk, path, language)
    pdf, files = desk.signed_pdf(case.id), inside(desk, case)
    again = desk.render_again(files["filing.json"], files)
    assert pdf.startswith(again)
    assert len(again) > 0.5 * len(pdf)


def test_years_later_the_pages_are_the_same(desk: Desk, tmp_path: Path) -> None:
    case = signed(desk, example("cn-tianjin/tianjin-expired"), "es")
    pdf, files = desk.signed_pdf(case.id), inside(desk, case)
    desk.doors.lock()
    with open_desk(desk.doors.folder.parent, date(2031, 5, 4)) as later:  # type: ignore[attr-defined]
        assert pdf.startswith(later.render_again(files["filing.json"], files))


def test_the_data_fits_the_published_schema(desk: Desk) -> None:
    schema = json.loads((resources.schema() / "filing-2.json").read_text("utf-8"))
    for path in FILINGS:
        draft = desk.begin_from(answers_of(desk, path), no_file, CONSENT)
        jsonschema.validate(json.loads(desk.paper(draft, STROKES).data), schema)


def test_a_missing_and_a_changed_exhibit_are_told(desk: Desk) -> None:
    files = dict(inside(desk, signed(desk, example("cn-tianjin/tianjin-expired"), "zh_CN")))
    [exhibit, *_] = sorted(name for name in files if name.startswith("exhibit"))
    content = files.pop(exhibit)
    assert code_of(desk, files["filing.json"], files) == "exhibit-missing"
    assert code_of(desk, files["filing.json"], files | {exhibit: content + b" "}) == (
        "exhibit-differs"
    )


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"format": "filingdesk/filing/1"}, "payload-of-old-format"),
        ({"format": "something/else"}, "payload-not-readable"),
        ({"answers": None}, "payload-not-readable"),
        ({"unknown": 1}, "payload-not-readable"),
        ({"made_on": "yesterday"}, "payload-not-readable"),
    ],
)
def test_what_is_no_filing_is_told(desk: Desk, change: Mapping[str, Any], code: str) -> None:
    draft = desk.begin_from(
        answers_of(desk, example("cn-tianjin/tianjin-expired")), no_file, CONSENT
    )
    data = json.loads(desk.paper(draft).data) | change
    assert code_of(desk, json.dumps(data).encode(), {}) == code


@pytest.mark.parametrize("junk", [b"", b"{", b"[]", b"\xff\xfe", b"1", b'{"format":1}'])
def test_junk_is_told(desk: Desk, junk: bytes) -> None:
    assert code_of(desk, junk, {}) == "payload-not-readable"


def test_what_the_hand_drew_does_not_change_the_code(desk: Desk) -> None:
    draft = desk.begin_from(
        answers_of(desk, example("cn-tianjin/tianjin-expired")), no_file, CONSENT
    )
    looked_at, drawn = desk.paper(draft).payload, desk.paper(draft, STROKES).payload
    assert looked_at.code == drawn.code
    assert drawn.strokes == (((0.1235, 0.5), (0.9, 0.25)),)


def code_of(desk: Desk, payload: bytes, files: Mapping[str, bytes]) -> str:
    with pytest.raises(UserProblem) as told:
        desk.render_again(payload, files)
    return told.value.problems[0].code


def test_a_file_is_named_by_its_hash(desk: Desk) -> None:
    case = signed(desk, example("cn-tianjin/tianjin-expired"), "zh_CN")
    answered = json.loads(inside(desk, case)["filing.json"])["answers"]["materials"]
    [first, *_] = (file for each in answered for file in each["files"])
    assert set(first) == set(AttachedFile.__slots__)
