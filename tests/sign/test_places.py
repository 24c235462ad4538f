"""Several people sign one paper, each in the place that the page has for them."""

from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from filingdesk.core.problem import UserProblem
from filingdesk.core.signature import Capacity, ChangeKind, Level, Verification
from filingdesk.sign.pkcs12 import open_pkcs12
from filingdesk.sign.raising import Raising
from filingdesk.sign.session import KeySigner
from filingdesk.sign.verify import PdfVerifier
from tests.sign.making import AT, PASSPHRASE, drawn_stamp, judged_by, letter, with_places
from tests.sign.servers import Servers

IN_ORDER = (
    Capacity.CITIZEN,
    Capacity.CLERK_ATTESTATION,
    Capacity.CENTRE_SEAL,
    Capacity.AGENCY_RECEIPT,
)


def signed_by(signer: KeySigner, pdf: bytes, *capacities: Capacity) -> bytes:
    for minute, capacity in enumerate(capacities):
        at = AT + timedelta(minutes=minute)
        pdf = signer.sign(pdf, capacity, at, drawn_stamp(f"Signed: {capacity}")).pdf
    return pdf


def capacities(verification: Verification) -> list[Capacity | None]:
    return [each.capacity for each in verification.signatures]


def test_all_four_sign_in_their_places_and_every_signature_holds(
    signer: KeySigner, tmp_path: Path
) -> None:
    signed = signed_by(signer, with_places(*IN_ORDER), *IN_ORDER)
    verification = PdfVerifier().verify(signed)
    assert verification.good
    assert capacities(verification) == list(IN_ORDER)
    first = verification.signatures[0]
    assert [each.kind for each in first.changes] == [ChangeKind.SIGNATURE] * 3
    assert [each.capacity for each in first.changes] == list(IN_ORDER[1:])
    assert verification.signatures[-1].changes == ()
    file = tmp_path / "four.pdf"
    file.write_bytes(signed)
    assert judged_by("pdfsig", "-nocert", file).count("Signature is Valid") == 4


def test_the_seal_may_also_come_first_and_the_clerk_after_it(signer: KeySigner) -> None:
    order = (Capacity.CENTRE_SEAL, Capacity.CLERK_ATTESTATION)
    verification = PdfVerifier().verify(signed_by(signer, with_places(*IN_ORDER), *order))
    assert verification.good
    assert capacities(verification) == list(order)


def test_each_place_shows_what_was_drawn_for_it_and_its_font_only(
    signer: KeySigner, tmp_path: Path
) -> None:
    signed = signed_by(signer, with_places(*IN_ORDER), Capacity.CITIZEN)
    file = tmp_path / "shown.pdf"
    file.write_bytes(signed)
    assert "Signed: citizen" in judged_by("pdftotext", file, "-")
    assert "Courier" not in judged_by("pdffonts", file)
    with pikepdf.open(BytesIO(signed)) as pdf:
        field = next(each for each in pdf.Root.AcroForm.Fields if "/V" in each)
        assert list(field.Rect) == [72, 100, 272, 156]
        assert len(pdf.Root.AcroForm.Fields) == len(IN_ORDER)


def test_the_first_signature_certifies_and_locks_all_but_the_others_places(
    signer: KeySigner,
) -> None:
    signed = signed_by(signer, with_places(*IN_ORDER), Capacity.CITIZEN)
    with pikepdf.open(BytesIO(signed)) as pdf:
        value = next(each.V for each in pdf.Root.AcroForm.Fields if "/V" in each)
        ways = {str(each.TransformMethod): each.TransformParams for each in value.Reference}
        assert int(ways["/DocMDP"].P) == 2
        assert str(ways["/FieldMDP"].Action) == "/Exclude"
        open_to = {str(each) for each in ways["/FieldMDP"].Fields}
    assert {each for each in open_to if not each.startswith("TimeStamp-")} == {
        f"Signature-{each}" for each in IN_ORDER[1:]
    }


def test_after_the_agencys_receipt_nobody_can_sign_any_more(signer: KeySigner) -> None:
    closed = signed_by(signer, with_places(*IN_ORDER), Capacity.CITIZEN, Capacity.AGENCY_RECEIPT)
    assert PdfVerifier().verify(closed).good
    late = signed_by(signer, closed, Capacity.CLERK_ATTESTATION)
    verification = PdfVerifier().verify(late)
    assert not verification.good
    receipt = next(
        each for each in verification.signatures if each.capacity is Capacity.AGENCY_RECEIPT
    )
    assert receipt.intact
    assert not receipt.whole
    assert receipt.changes[-1].kind is ChangeKind.FORBIDDEN


def test_a_page_with_places_is_signed_in_those_and_nowhere_else(signer: KeySigner) -> None:
    pdf = with_places(Capacity.CITIZEN)
    with pytest.raises(UserProblem) as told:
        signer.sign(pdf, Capacity.AGENT, AT)
    assert told.value.problems[0].code == "no-place-to-sign"
    signed = signer.sign(pdf, Capacity.CITIZEN, AT).pdf
    with pytest.raises(UserProblem) as told:
        signer.sign(signed, Capacity.CITIZEN, AT)
    assert told.value.problems[0].code == "no-place-to-sign"


def test_a_stamp_that_is_no_page_is_told(signer: KeySigner) -> None:
    with pytest.raises(UserProblem) as told:
        signer.sign(with_places(Capacity.CITIZEN), Capacity.CITIZEN, AT, b"no page")
    assert told.value.problems[0].code == "pdf-not-readable"


def test_time_stamps_and_proofs_are_harmless_to_signatures_that_lock_fields(
    servers: Servers, seal: bytes
) -> None:
    people = Raising(Level.B_LTA, (servers.tsa,))
    pdf = with_places(*IN_ORDER)
    with open_pkcs12(seal, PASSPHRASE, people) as signer:
        signed = signed_by(signer, pdf, Capacity.CITIZEN, Capacity.AGENCY_RECEIPT)
    verification = PdfVerifier().verify(signed)
    assert verification.good
    assert {each.level for each in verification.signatures} == {"PAdES B-LTA", "time stamp"}
    kinds = {change.kind for each in verification.signatures for change in each.changes}
    assert kinds == {ChangeKind.SIGNATURE, ChangeKind.TIME_STAMP, ChangeKind.REVOCATION_DATA}


def test_what_is_drawn_is_not_shown_where_a_field_has_no_room(
    signer: KeySigner, tmp_path: Path
) -> None:
    file = tmp_path / "unseen.pdf"
    file.write_bytes(signer.sign(letter(), Capacity.CENTRE_SEAL, AT, drawn_stamp("Sealed")).pdf)
    assert "Sealed" not in judged_by("pdftotext", file, "-")
