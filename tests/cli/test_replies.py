"""A clerk without a window takes in what an agency sent back."""

import sys
from io import BytesIO, StringIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from filingdesk.core.reply import ReplyKind
from filingdesk.core.signature import Capacity, field_name
from filingdesk.words.terms import REPLIES
from filingdesk.words.verdict import ADVICE, OVERALL, POINTS
from tests.cli.shell import Shell, said
from tests.desk.furnished import example
from tests.sign.making import letter
from tests.stories.agency import NAME, signed_by_agency


@pytest.fixture
def reference(shell: Shell, tmp_path: Path) -> str:
    answers = example("cn-tianjin/tianjin-wrong")
    told = shell("file", answers, "-o", tmp_path / "out.pdf", "--json")
    assert told.code == 0
    return str(told.json()["reference"])


@pytest.fixture
def returned(reference: str, tmp_path: Path) -> Path:
    assert reference
    file = tmp_path / "returned.pdf"
    pdf = (tmp_path / "out.pdf").read_bytes()
    file.write_bytes(signed_by_agency(pdf, field_name(Capacity.AGENCY_RECEIPT)))
    return file


def test_nothing_is_written_down_before_it_is_confirmed(
    shell: Shell, reference: str, returned: Path
) -> None:
    told = shell("cases", "receive", reference, returned)
    assert told.code == 1
    assert said(REPLIES[ReplyKind.RECEIPT]) in told.out
    assert said("Nothing was kept. To keep it, add --yes.") in told.out
    assert shell("cases", "show", reference, "--json").json()["status"] == "signed"


def test_a_machine_is_never_asked_even_where_somebody_sits_before_it(
    shell: Shell, reference: str, returned: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`cases receive … --json | jq` at a terminal: a question would stand in the answer."""
    monkeypatch.setattr(sys, "stdin", _Terminal("yes\n"))
    told = shell("cases", "receive", reference, returned, "--json")
    assert (told.code, told.json()["kept"]) == (1, False)
    assert shell("cases", "receive", reference, returned).code == 0


class _Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def test_the_receipt_is_written_down(shell: Shell, reference: str, returned: Path) -> None:
    told = shell("cases", "receive", reference, returned, "--yes", "--json")
    assert (told.code, told.err) == (0, "")
    answer = told.json()
    assert (answer["kind"], answer["signer"], answer["kept"]) == ("receipt", NAME, True)
    assert answer["verdict"]["signatures"][-1]["capacity"] == "agency_receipt"
    shown = shell("cases", "show", reference, "--json").json()
    assert shown["status"] == "received"
    told = shell("cases", "receive", reference, returned, "--yes", "--json")
    assert (told.code, told.problems()) == (2, [("file", "reply-known")])


def test_an_unsigned_reply_is_no_filing_that_is_not_good(
    shell: Shell, reference: str, tmp_path: Path
) -> None:
    answer = tmp_path / "answer.pdf"
    answer.write_bytes(letter("We will look into it."))
    told = shell("cases", "receive", reference, answer, "--yes")
    assert told.code == 0
    for each in (*OVERALL.values(), *ADVICE.values()):
        assert said(each) not in told.out
    assert said(POINTS["paper-not-signed"]) in told.out


def test_a_locked_reply_is_told_as_locked(shell: Shell, reference: str, tmp_path: Path) -> None:
    answer = tmp_path / "answer.pdf"
    with pikepdf.open(BytesIO(letter())) as pdf:
        pdf.save(answer, encryption=pikepdf.Encryption(owner="office", user="secret"))
    told = shell("cases", "receive", reference, answer, "--json")
    assert (told.code, told.problems()) == (2, [("file", "pdf-locked")])


def test_a_picture_of_the_paper_finds_the_case(
    shell: Shell, reference: str, tmp_path: Path
) -> None:
    [first, *_] = pypdfium2.PdfDocument(tmp_path / "out.pdf")
    file = BytesIO()
    first.render(scale=2).to_pil().save(file, "PNG")
    scan = tmp_path / "scan.png"
    scan.write_bytes(file.getvalue())
    told = shell("cases", "find", scan, "--json")
    assert (told.code, told.json()) == (0, {"reference": reference, "is_ours": True})
