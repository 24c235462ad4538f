"""A filing is judged as an agency would; every planted fault is told by its own code."""

import json
import shutil
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from filingdesk.app import furnish
from filingdesk.core.signature import Capacity
from filingdesk.core.verdict import About, Mark, Point, Verdict
from filingdesk.desk import Desk
from filingdesk.sign.seal import certificate_pem, make_seal
from filingdesk.words.catalogue import LANGUAGES, Words
from filingdesk.words.verdict import POINTS, point_sentence
from tests.desk.furnished import answers_of, example, made_once, no_file, open_desk
from tests.desk.test_render_again import signed
from tests.sign.making import AT, letter, saved

EXAMPLE = "cn-tianjin/tianjin-expired"


@pytest.fixture(scope="module")
def agency(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A desk that has no store: it only judges."""
    return furnish(tmp_path_factory.mktemp("agency"))


@pytest.fixture(scope="module")
def filed(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes]:
    """A signed filing with two exhibits, and the certificate of the desk."""
    folder = tmp_path_factory.mktemp("filed") / "desk"
    shutil.copytree(made_once(tmp_path_factory.getbasetemp()), folder)
    with open_desk(folder) as desk:
        case = signed(desk, example(EXAMPLE), "es")
        return desk.signed_pdf(case.id), desk.doors.certificate()


def told(verdict: Verdict) -> dict[str, Mark]:
    return {each.code: each.mark for each in verdict.points}


def wrong(verdict: Verdict) -> set[str]:
    return {each.code for each in verdict.points if each.mark is Mark.WRONG}


def test_a_good_filing_is_good(agency: Desk, filed: tuple[bytes, bytes]) -> None:
    pdf, certificate = filed
    verdict = agency.judge(pdf, (certificate,))
    assert verdict.overall is Mark.GOOD
    assert {*told(verdict)} == {
        *("signature-holds", "signer-trusted", "time-claimed"),
        *("payload-read", "pages-equal", "exhibits-equal", "code-fits", "form-claimed"),
    }
    assert [each.about for each in verdict.points] == sorted(
        (each.about for each in verdict.points), key=[*About].index
    )
    assert verdict.signatures[0].capacity is Capacity.CENTRE_SEAL
    assert verdict.payload is not None
    assert verdict.payload.code is not None
    assert verdict.check == verdict.payload.code.check


def test_a_name_that_no_font_holds_is_to_be_looked_at_and_not_called_forged(
    desk: Desk, tmp_path: Path
) -> None:
    """The desk warns of it, prints 〓 and signs."""
    answers = tmp_path / "answers.toml"
    answers.write_text(example(EXAMPLE).read_text("utf-8").replace("吕䶮", "吕\U00030ede"), "utf-8")
    draft = desk.begin_from(answers_of(desk, answers), no_file, "1")
    assert "characters-not-printable" in {each.code for each in desk.all_problems(draft)}
    verdict = desk.judge(desk.signed_pdf(desk.sign(draft).id))
    assert verdict.overall is Mark.RESERVED
    [point] = [each for each in verdict.points if each.mark is Mark.RESERVED]
    assert (point.code, point.found) == ("pages-lack-signs", ("\U00030ede (U+30EDE)",))


def test_a_long_story_in_another_language_is_the_same_on_every_page(
    desk: Desk, tmp_path: Path
) -> None:
    """In the sheet in two languages it stands twice, over several pages."""
    words = " ".join(f"the fine number {number} was paid in time," for number in range(38))
    text = example(EXAMPLE).read_text("utf-8").replace('language = "zh_CN"', 'language = "en"')
    told = "罚款当年就交清了，店铺一直照常经营。"
    assert told in text
    answers = tmp_path / "answers.toml"
    answers.write_text(text.replace(told, words), "utf-8")
    case = desk.sign(desk.begin_from(answers_of(desk, answers), no_file, "1"))
    assert desk.judge(desk.signed_pdf(case.id)).overall is Mark.GOOD


def test_nobody_named_whom_to_trust(agency: Desk, filed: tuple[bytes, bytes]) -> None:
    verdict = agency.judge(filed[0])
    assert verdict.overall is Mark.RESERVED
    assert told(verdict)["signer-not-checked"] is Mark.RESERVED


def test_the_desk_trusts_its_own_seal(desk: Desk, filed: tuple[bytes, bytes]) -> None:
    assert desk.judge(filed[0]).overall is Mark.GOOD


def test_somebody_elses_certificate_is_not_trusted(
    agency: Desk, filed: tuple[bytes, bytes]
) -> None:
    other = certificate_pem(make_seal("Other", AT, b"secret"), b"secret")
    assert "signer-not-trusted" in wrong(agency.judge(filed[0], (other,)))


def test_a_page_that_says_more(agency: Desk, filed: tuple[bytes, bytes]) -> None:
    verdict = agency.judge(rewritten(filed[0], add_a_line))
    assert "pages-say-more" in wrong(verdict)
    [point] = [each for each in verdict.points if each.code == "pages-say-more"]
    assert point.found == ("Paythefineagain",)
    assert "Paythefineagain" not in repr(point)


def test_a_page_taken_out(agency: Desk, filed: tuple[bytes, bytes]) -> None:
    def take_out(pdf: pikepdf.Pdf) -> None:
        del pdf.pages[1]

    assert {"pages-lack", "not-signed"} <= wrong(agency.judge(rewritten(filed[0], take_out)))


@pytest.mark.parametrize("about", ["text", "claims", "requests"])
def test_data_that_say_something_else(agency: Desk, filed: tuple[bytes, bytes], about: str) -> None:
    def change(data: dict[str, Any]) -> None:
        if about == "text":
            data["text"].append("请求赔偿一百万元")
        elif about == "claims":
            data["grounds"][0]["claims"][0]["text"] = "请求赔偿一百万元"
        else:
            data["requests"][0]["text"] = "请求赔偿一百万元"

    codes = wrong(agency.judge(with_data(filed[0], change)))
    assert ("pages-lack" if about == "text" else "sentences-differ") in codes
    assert "code-not-signed" in codes or "code-differs" in codes


def test_a_code_of_another_filing(desk: Desk, agency: Desk, filed: tuple[bytes, bytes]) -> None:
    other = desk.signed_pdf(signed(desk, example("cn-tianjin/tianjin-wrong"), "en").id)
    code = json.loads(agency.doors.verifier.extract(other)["filing.json"])["code"]
    changed = with_data(filed[0], lambda data: data.update(code=code))
    assert "code-differs" in wrong(agency.judge(changed))


def test_a_code_that_was_pasted_over(agency: Desk, filed: tuple[bytes, bytes]) -> None:
    def cover(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        page.contents_add(pdf.make_stream(b"q 1 g 0 600 600 242 re f Q"))

    assert told(agency.judge(rewritten(filed[0], cover)))["code-not-printed"] is Mark.RESERVED


def test_exhibits_are_compared(agency: Desk, filed: tuple[bytes, bytes]) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        first, second = (each for each in pdf.attachments if each.startswith("exhibit"))
        pdf.attachments[first] = b"\xff\xd8\xff something else"
        del pdf.attachments[second]
        pdf.attachments["surprise.exe"] = b"MZ"

    verdict = agency.judge(rewritten(filed[0], change))
    assert {"exhibit-differs", "exhibit-missing"} <= wrong(verdict)
    assert told(verdict)["exhibit-extra"] is Mark.RESERVED
    assert "exhibits-equal" not in told(verdict)


def test_a_table_that_says_something_else(agency: Desk, filed: tuple[bytes, bytes]) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.attachments["filing.csv"] = b"section,number\n"

    assert "table-differs" in wrong(agency.judge(rewritten(filed[0], change)))


def test_an_older_filing_is_told_and_not_refused(agency: Desk, filed: tuple[bytes, bytes]) -> None:
    old = with_data(filed[0], lambda data: data.update(format="filingdesk/filing/1"))
    assert told(agency.judge(old))["payload-old"] is Mark.NOTE


def test_junk_for_data_is_told(agency: Desk, filed: tuple[bytes, bytes]) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.attachments["filing.json"] = b"{"

    assert "payload-not-read" in wrong(agency.judge(rewritten(filed[0], change)))


def test_a_letter_of_somebody_else(agency: Desk) -> None:
    verdict = agency.judge(letter())
    assert told(verdict)["payload-missing"] is Mark.RESERVED
    assert wrong(verdict) == {"not-signed"}


def test_what_can_run_is_told(agency: Desk, filed: tuple[bytes, bytes]) -> None:
    def arm(pdf: pikepdf.Pdf) -> None:
        script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
        pdf.Root.OpenAction = pdf.make_indirect(script)

    verdict = agency.judge(rewritten(filed[0], arm))
    assert "form-active" in wrong(verdict)
    [point] = [each for each in verdict.points if each.code == "form-active"]
    assert point.facts == {"kinds": "JavaScript"}


def test_a_note_over_the_page_is_told(agency: Desk, filed: tuple[bytes, bytes]) -> None:
    def annotate(pdf: pikepdf.Pdf) -> None:
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.FreeText, Rect=[0, 0, 600, 800]
        )
        pdf.pages[0].Annots = pikepdf.Array([pdf.make_indirect(note)])

    assert told(agency.judge(rewritten(filed[0], annotate)))["form-overlay"] is Mark.RESERVED


def test_a_claim_that_is_not_kept_is_told(agency: Desk, filed: tuple[bytes, bytes]) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        del pdf.Root.OutputIntents

    verdict = agency.judge(rewritten(filed[0], spoil))
    [point] = [each for each in verdict.points if each.code == "form-not-kept"]
    assert point.found == ("OutputIntent",)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_point_has_its_sentence(language: str) -> None:
    words = Words(language)
    facts = dict.fromkeys(
        ("signer", "authority", "name", "check", "kinds", "claims", "format"), "?"
    )
    facts |= {"day": "2026-11-22", "moment": "2026-11-22T10:00:00+08:00", "count": "2"}
    for code in POINTS:
        assert point_sentence(Point(About.FORM, code, Mark.NOTE, facts), words)


# ---------------------------------------------------------------- forging


def rewritten(pdf: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    """The file as a forger saves it anew, without its signature."""
    with pikepdf.open(BytesIO(pdf)) as read:
        for page in read.pages:
            if "/Annots" in page:
                del page.Annots
        del read.Root.AcroForm
        change(read)
        return saved(read)


def with_data(pdf: bytes, change: Callable[[dict[str, Any]], object]) -> bytes:
    """Other data inside the same pages."""

    def put(read: pikepdf.Pdf) -> None:
        data = json.loads(read.attachments["filing.json"].get_file().read_bytes())
        change(data)
        read.attachments["filing.json"] = json.dumps(data).encode()

    return rewritten(pdf, put)


def add_a_line(pdf: pikepdf.Pdf) -> None:
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    page = pdf.pages[0]
    page.Resources.Font["/Forged"] = pdf.make_indirect(font)
    page.contents_add(pdf.make_stream(b"BT /Forged 12 Tf 90 300 Td (Pay the fine again) Tj ET"))
