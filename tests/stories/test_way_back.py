"""What an agency sends back: its receipt in our own file, a paper with a code, a reply."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from filingdesk.core.case import Case, EventKind, Status
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.core.reply import ReplyKind
from filingdesk.core.signature import Capacity, field_name
from filingdesk.core.verdict import Mark
from filingdesk.desk import Desk
from filingdesk.store.cases import EncryptedStore
from filingdesk.words.catalogue import LANGUAGES, Words
from filingdesk.words.reply import reply_sentence
from filingdesk.words.verdict import ADVICE, OVERALL, advice_sentence, overall_sentence
from tests.desk.furnished import answers_of, example, made_once, no_file, open_desk
from tests.sign.making import amended, letter, new_number, saved, stream, with_files
from tests.sign.pki import Pki
from tests.stories.agency import NAME, signed_by_agency

RECEIPT = field_name(Capacity.AGENCY_RECEIPT)
TODAY = date.today()


@pytest.fixture
def desk(home: Path) -> Iterator[Desk]:
    """Today: the agency signs now."""
    with open_desk(home, TODAY) as opened:
        yield opened


@pytest.fixture
def case(desk: Desk) -> Case:
    draft = desk.begin_from(answers_of(desk, example("cn-tianjin/tianjin-wrong")), no_file, "1")
    case = desk.sign(draft)
    desk.record(case.id, EventKind.HANDED_OVER, TODAY)
    return case


def told_of(desk: Desk, case: Case, file: bytes) -> str:
    with pytest.raises(UserProblem) as refused:
        desk.take_reply(case.id, desk.look_at_reply(case.id, file))
    return refused.value.problems[0].code


def test_the_agency_signs_the_receipt_in_our_own_file(desk: Desk, case: Case) -> None:
    returned = signed_by_agency(desk.signed_pdf(case.id), RECEIPT)
    reply = desk.look_at_reply(case.id, returned)
    assert (reply.kind, reply.signer) == (ReplyKind.RECEIPT, NAME)
    assert reply.verdict is not None
    assert reply.verdict.overall is Mark.RESERVED  # nobody has said whose certificate that is
    assert desk.case(case.id).case.status is Status.HANDED_OVER  # nothing is written down unasked
    found = desk.take_reply(case.id, reply, reply.day)
    assert found.case.status is Status.RECEIVED
    [event] = [each for each in found.case.events if each.kind is EventKind.RECEIPT_NOTED]
    assert (event.day, event.note) == (reply.day, NAME)
    [kept] = desk.replies(case.id)
    content, verdict = desk.reply(case.id, kept.sha256)
    assert content == returned
    assert verdict is not None
    assert verdict.signatures[-1].capacity is Capacity.AGENCY_RECEIPT
    assert told_of(desk, case, returned) == "reply-known"


def test_a_file_that_nobody_signed_is_no_receipt(desk: Desk, case: Case) -> None:
    assert told_of(desk, case, desk.signed_pdf(case.id)) == "reply-not-signed"


def test_a_line_drawn_over_the_page_is_told(desk: Desk, case: Case) -> None:
    returned = signed_by_agency(desk.signed_pdf(case.id), RECEIPT)
    with pikepdf.open(BytesIO(returned)) as pdf:
        page = pdf.pages[0].obj
        number, content = page.objgen[0], page.unparse(resolved=True)
        cover = new_number(returned)
    changed = content.replace(b"/Contents", b"/Contents %d 0 R /Was" % cover, 1)
    forged = amended(returned, {number: changed, cover: stream(b"0 0 600 800 re f")})
    assert told_of(desk, case, forged) == "reply-changed"
    assert desk.replies(case.id) == ()


def test_a_receipt_for_somebody_else_is_not_taken(desk: Desk, case: Case) -> None:
    draft = desk.begin_from(answers_of(desk, example("cn-tianjin/tianjin-expired")), no_file, "1")
    other = desk.sign(draft)
    returned = signed_by_agency(desk.signed_pdf(other.id), RECEIPT)
    with pytest.raises(UserProblem) as refused:
        desk.look_at_reply(case.id, returned)
    [problem] = refused.value.problems
    assert problem.code == "reply-of-another-case"
    assert problem.facts == {"reference": other.reference}


def test_a_file_whose_data_nobody_can_read_names_no_case(desk: Desk, case: Case) -> None:
    """Such as one of a later version."""
    with pytest.raises(UserProblem) as refused:
        desk.look_at_reply(case.id, with_files({"filing.json": b'{"format": "another/9"}'}))
    assert refused.value.problems[0].code == "reply-of-unknown-case"


def test_a_reply_of_the_agency_is_kept_with_its_own_verdict(desk: Desk, case: Case) -> None:
    answer = signed_by_agency(letter("We have put the record right."), "Office", existing=False)
    reply = desk.look_at_reply(case.id, answer)
    assert (reply.kind, reply.signer, reply.event) == (ReplyKind.REPLY, NAME, EventKind.REPLIED)
    found = desk.take_reply(case.id, reply)
    assert found.case.status is Status.HANDED_OVER  # kept; what it says, a person will say
    [kept] = desk.replies(case.id)
    _, verdict = desk.reply(case.id, kept.sha256)
    assert verdict is not None
    assert (verdict.overall, verdict.is_filing) == (Mark.RESERVED, False)
    assert "payload-missing" not in {each.code for each in verdict.points}


def test_a_reply_that_nobody_signed_is_not_judged_as_a_filing(desk: Desk, case: Case) -> None:
    """It was once called no good filing, which a clerk shall not take in."""
    desk.take_reply(case.id, desk.look_at_reply(case.id, letter("We will look into it.")))
    [kept] = desk.replies(case.id)
    _, verdict = desk.reply(case.id, kept.sha256)
    assert verdict is not None
    assert verdict.overall is Mark.GOOD
    assert [(each.code, each.mark) for each in verdict.points] == [("paper-not-signed", Mark.NOTE)]
    for language in LANGUAGES:
        words = Words(language)
        assert overall_sentence(verdict, words) != words.say(OVERALL[Mark.GOOD])
        assert advice_sentence(verdict, words) != words.say(ADVICE[Mark.GOOD])


def test_a_reply_that_nobody_may_edit_is_kept(desk: Desk, case: Case) -> None:
    """As offices send them; the lock opens without a password."""
    with pikepdf.open(BytesIO(letter("We have put the record right."))) as pdf:
        answer = saved(pdf, encryption=pikepdf.Encryption(owner="office"))
    desk.take_reply(case.id, desk.look_at_reply(case.id, answer), TODAY)
    [kept] = desk.replies(case.id)
    assert desk.reply(case.id, kept.sha256)[0] == answer


def test_a_receipt_leads_to_whom_the_desk_trusts_by_its_settings(desk: Desk, case: Case) -> None:
    pki = Pki("http://127.0.0.1:1")
    returned = signed_by_agency(desk.signed_pdf(case.id), RECEIPT, pki=pki)
    trust = pki.root.pem + pki.issuer.pem
    desk.doors.keep_signing(replace(desk.doors.signing(), trust=trust))
    verdict = desk.look_at_reply(case.id, returned).verdict
    assert verdict is not None
    assert [each.trusted for each in verdict.signatures] == [True, True]
    told = {each.code for each in verdict.points}
    assert "signer-trusted" in told
    assert "signer-not-of-this-desk" not in told


def test_our_own_file_that_was_changed_is_not_said_to_be_as_it_left(desk: Desk, case: Case) -> None:
    with pikepdf.open(BytesIO(desk.signed_pdf(case.id))) as pdf:
        reply = desk.look_at_reply(case.id, saved(pdf))
    assert (reply.kind, reply.is_changed) == (ReplyKind.RETURNED, True)
    whole = desk.look_at_reply(case.id, desk.signed_pdf(case.id))
    assert (reply.refusal, whole.refusal) == ("reply-changed", "reply-not-signed")
    for language in LANGUAGES:
        words = Words(language)
        assert reply_sentence(reply, words) != reply_sentence(whole, words)


def test_a_photographed_reply_becomes_safe_pages(desk: Desk, case: Case) -> None:
    file = BytesIO()
    Image.new("RGB", (400, 300), "white").save(file, "PNG")
    reply = desk.look_at_reply(case.id, file.getvalue())
    found = desk.take_reply(case.id, reply, TODAY)
    assert found.case.status is Status.REPLIED
    [kept] = desk.replies(case.id)
    assert kept.kind is ReplyKind.SCAN
    content, verdict = desk.reply(case.id, kept.sha256)
    assert content.startswith(b"\xff\xd8\xff")
    assert verdict is None


def test_a_reply_scanned_on_two_sheets_has_no_verdict_either(desk: Desk, case: Case) -> None:
    sheets = [Image.new("RGB", (400, 300), colour) for colour in ("white", "grey")]
    file = BytesIO()
    sheets[0].save(file, "TIFF", save_all=True, append_images=sheets[1:])
    desk.take_reply(case.id, desk.look_at_reply(case.id, file.getvalue()))
    [kept] = desk.replies(case.id)
    content, verdict = desk.reply(case.id, kept.sha256)
    assert content.startswith(b"%PDF-")
    assert verdict is None


def test_a_photo_of_the_paper_opens_its_case(desk: Desk, case: Case) -> None:
    scanned = desk.find_scan(photographed(desk.signed_pdf(case.id)))
    assert scanned.found.case.reference == case.reference
    assert scanned.is_ours


def test_a_scan_as_pdf_opens_its_case(desk: Desk, case: Case) -> None:
    assert desk.find_scan(desk.signed_pdf(case.id)).found.case.id == case.id


def test_a_paper_without_a_code_is_told(desk: Desk) -> None:
    with pytest.raises(UserProblem) as refused:
        desk.find_scan(letter())
    assert refused.value.problems[0].code == "scan-without-code"


def test_a_paper_of_another_desk_is_told(
    desk: Desk, case: Case, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    picture = photographed(desk.signed_pdf(case.id))
    shutil.copytree(made_once(tmp_path_factory.getbasetemp()), tmp_path / "other")
    with open_desk(tmp_path / "other") as other, pytest.raises(UserProblem) as refused:
        other.find_scan(picture)
    [problem] = refused.value.problems
    assert problem.code == "scan-of-another-desk"
    assert problem.facts == {"reference": case.reference}


def test_a_store_that_does_not_answer_is_not_told_for_a_paper_of_another_desk(
    desk: Desk, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = photographed(desk.signed_pdf(case.id))

    def busy(*_: object) -> None:
        raise UserProblem(Problem("store", "store-busy"))

    monkeypatch.setattr(EncryptedStore, "case", busy)
    with pytest.raises(UserProblem) as refused:
        desk.find_scan(picture)
    assert refused.value.problems[0].code == "store-busy"


def photographed(pdf: bytes) -> bytes:
    """The first page as a telephone takes it: turned a little, grey, and compressed."""
    [first, *_] = pypdfium2.PdfDocument(pdf)
    picture = first.render(scale=2).to_pil().convert("RGB")
    turned = picture.rotate(4, expand=True, fillcolor="#b8b0a0")
    file = BytesIO()
    turned.save(file, "JPEG", quality=60)
    return file.getvalue()
