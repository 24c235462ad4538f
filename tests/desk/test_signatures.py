"""Several people sign one paper, each with a key of their own; stamps come when they can."""

import re
import subprocess
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from filingdesk.core.case import Case, EventKind, Status
from filingdesk.core.document import SEAL_SIZE
from filingdesk.core.ports import Signatory
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.core.signature import Capacity, Level, SigningSettings, Tries
from filingdesk.desk import Desk
from tests.desk.furnished import answers_of, example, no_file
from tests.sign.cards import MODULE, PIN, Cards
from tests.sign.conftest import cards, servers
from tests.sign.pki import Holder
from tests.sign.servers import Servers

__all__ = ["cards", "servers"]

CITIZEN, CLERK, SEAL = Capacity.CITIZEN, Capacity.CLERK_ATTESTATION, Capacity.CENTRE_SEAL
OWN = "cn-tianjin/tianjin-expired"


@pytest.fixture
def citizen(desk: Desk, cards: Cards, servers: Servers) -> str:
    """The serial number of a citizen's card, in the reader."""
    serial = cards.insert("citizen")
    cards.put("citizen", servers.pki.person("王小明"))
    desk.doors.keep_signing(SigningSettings(token_module=MODULE))
    return serial


def wish(desk: Desk, servers: Servers, level: Level, *paths: str) -> None:
    """The desk signs at this level, stamped by these of the servers' ways."""
    urls = tuple(f"{servers.url}/tsa{each}" for each in paths or ("",))
    trust = servers.pki.root.pem
    settings = replace(desk.doors.signing(), level=level, authorities=urls, trust=trust)
    desk.doors.keep_signing(settings)


def key_of(desk: Desk, servers: Servers, holder: Holder, capacity: Capacity) -> Signatory:
    signer = desk.doors.foreign_seal(servers.pki.pkcs12(holder, b"pw"), "pw")
    return Signatory(capacity, signer)


def sign(desk: Desk, *signers: Signatory) -> Case:
    draft = desk.begin_from(answers_of(desk, example(OWN)), no_file, "1")
    return desk.sign(draft, signers=signers)


def capacities(desk: Desk, case: Case) -> list[Capacity]:
    found = desk.doors.verifier.verify(desk.signed_pdf(case.id))
    assert found.good
    return [each.capacity for each in found.signatures if each.capacity]


def happened(desk: Desk, case: Case) -> list[tuple[EventKind, str]]:
    kinds = (EventKind.COUNTERSIGNED, EventKind.TIME_STAMPED)
    events = desk.case(case.id).case.events
    return [(each.kind, each.note) for each in events if each.kind in kinds]


def codes(told: pytest.ExceptionInfo[UserProblem]) -> list[str]:
    return [each.code for each in told.value.problems]


def test_citizen_clerk_and_centre_sign_in_that_order(
    desk: Desk, citizen: str, servers: Servers
) -> None:
    clerk = key_of(desk, servers, servers.pki.person("李文"), CLERK)
    card = Signatory(CITIZEN, desk.doors.token(citizen, PIN))
    case = sign(desk, clerk, card)
    assert capacities(desk, case) == [CITIZEN, CLERK, SEAL]
    assert happened(desk, case) == [
        (EventKind.COUNTERSIGNED, "citizen 王小明"),
        (EventKind.COUNTERSIGNED, "clerk_attestation 李文"),
    ]
    with pytest.raises(RuntimeError, match="closed"):
        clerk.signer.sign(b"", CLERK, desk.doors.time.now())


def test_each_place_shows_whose_it_is_in_its_own_size(desk: Desk, citizen: str) -> None:
    case = sign(desk, Signatory(CITIZEN, desk.doors.token(citizen, PIN)))
    with pikepdf.open(BytesIO(desk.signed_pdf(case.id))) as pdf:
        fields = {str(each.T): each for each in pdf.Root.AcroForm.Fields}
        for name in ("Signature-citizen", "Signature-centre_seal"):
            form = fields[name].AP.N
            assert [float(each) for each in form.BBox] == pytest.approx([0, 0, *SEAL_SIZE])
            assert form.Resources.XObject
        assert "/V" not in fields["Signature-clerk_attestation"]


def test_the_words_in_the_places_can_be_seen(desk: Desk, citizen: str, tmp_path: Path) -> None:
    case = sign(desk, Signatory(CITIZEN, desk.doors.token(citizen, PIN)))
    file = tmp_path / "signed.pdf"
    file.write_bytes(desk.signed_pdf(case.id))
    told = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, check=True)
    text = re.sub(r"\s+", "", told.stdout.decode())
    year = desk.doors.time.now().year
    assert re.search(f"王小明.*申请人电子签名.*{year}年", text)


@pytest.mark.parametrize("capacity", [Capacity.AGENT, SEAL, Capacity.AGENCY_RECEIPT])
def test_nobody_signs_where_the_paper_has_no_place_for_them(
    desk: Desk, servers: Servers, capacity: Capacity
) -> None:
    who = key_of(desk, servers, servers.pki.person("李文"), capacity)
    with pytest.raises(UserProblem) as told:
        sign(desk, who)
    assert codes(told) == ["no-place-to-sign"]
    assert len(desk.doors.store.drafts()) == 1
    assert not desk.cases()


def test_an_agent_signs_as_an_agent(desk: Desk, servers: Servers) -> None:
    draft = desk.draft_of(answers_of(desk, example(OWN)))
    assert desk.own_capacity(draft) is CITIZEN


class TestADraftIsSafe:
    """Whatever a card, a certificate or a disk does: nothing is signed, and nothing is lost."""

    def refused(self, desk: Desk, *signers: Signatory) -> list[str]:
        draft = desk.begin_from(answers_of(desk, example(OWN)), no_file, "1")
        with pytest.raises(UserProblem) as told:
            desk.sign(draft, signers=signers)
        assert not desk.cases()
        assert [each.answers for each in desk.doors.store.drafts()] == [draft.answers]
        self.draft = draft
        return codes(told)

    def test_when_the_card_is_taken_out(
        self, desk: Desk, citizen: str, cards: Cards, servers: Servers
    ) -> None:
        card = Signatory(CITIZEN, desk.doors.token(citizen, PIN))
        cards.pull_out("citizen")
        assert self.refused(desk, card) == ["token-removed"]
        serial = cards.insert("another")
        cards.put("another", servers.pki.person("王小明"))
        case = desk.sign(self.draft, signers=[Signatory(CITIZEN, desk.doors.token(serial, PIN))])
        assert capacities(desk, case) == [CITIZEN, SEAL]

    def test_when_the_certificate_has_expired(self, desk: Desk, servers: Servers) -> None:
        old = servers.pki.person("王小明", days=-1)
        assert self.refused(desk, key_of(desk, servers, old, CITIZEN)) == ["seal-expired"]

    def test_when_the_certificate_was_withdrawn(self, desk: Desk, servers: Servers) -> None:
        wish(desk, servers, Level.B_LT)
        person = servers.pki.person("王小明")
        since = servers.pki.now - timedelta(days=1)
        servers.pki.withdrawn[person.certificate.serial_number] = since
        assert self.refused(desk, key_of(desk, servers, person, CITIZEN)) == ["certificate-revoked"]

    def test_when_the_disk_is_full(
        self, desk: Desk, citizen: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(*_: object) -> None:
            raise UserProblem(Problem("store", "disk-full"))

        with monkeypatch.context() as broken:
            broken.setattr(desk.doors.store, "open_case", full)
            card = Signatory(CITIZEN, desk.doors.token(citizen, PIN))
            assert self.refused(desk, card) == ["disk-full"]
        assert desk.sign(self.draft).reference


def test_a_wrong_pin_is_told_before_anything_is_rendered(desk: Desk, citizen: str) -> None:
    with pytest.raises(UserProblem) as told:
        desk.doors.token(citizen, "999999")
    assert codes(told)[0].startswith("pin-wrong")
    (token,) = desk.doors.tokens()
    assert token.tries in Tries


class TestTimeStamps:
    def test_a_desk_without_the_network_signs_and_says_what_is_lacking(
        self, desk: Desk, servers: Servers
    ) -> None:
        wish(desk, servers, Level.B_LT, "/refuses")
        case = sign(desk)
        assert desk.doors.store.reached(case.id).lacking == "tsa-unreachable"
        (warning,) = desk.case(case.id).warnings
        assert (warning.where, warning.code, warning.blocks) == (
            "signature",
            "time-not-proved",
            False,
        )

    def test_later_every_case_is_raised_and_its_signed_bytes_stay(
        self, desk: Desk, citizen: str, servers: Servers
    ) -> None:
        before = sign(desk, Signatory(CITIZEN, desk.doors.token(citizen, PIN)))
        wish(desk, servers, Level.B_LTA, "/refuses")
        offline = sign(desk)
        files = {each.id: desk.signed_pdf(each.id) for each in (before, offline)}
        wish(desk, servers, Level.B_LTA)
        assert list(desk.lacking_stamps()) == [before.reference, offline.reference]

        done = desk.stamp_later()
        assert (done.raised, done.left) == ((before.reference, offline.reference), ())
        assert desk.lacking_stamps() == ()
        for case in (before, offline):
            assert desk.case(case.id).warnings == ()
            assert happened(desk, case)[-1] == (EventKind.TIME_STAMPED, Level.B_LTA.value)
            now = desk.signed_pdf(case.id)
            assert len(now) > len(files[case.id])
            found = desk.doors.verifier.verify(now, [servers.pki.root.pem])
            assert all(each.intact and each.whole for each in found.signatures)
            levels = {each.level for each in found.signatures if each.capacity}
            assert levels == {Level.B_LTA}

        asked = sum(servers.asked.values())
        assert desk.stamp_later().raised == ()
        assert sum(servers.asked.values()) == asked

    def test_one_silent_authority_is_asked_once_for_a_hundred_cases(
        self, desk: Desk, servers: Servers
    ) -> None:
        cases = [sign(desk) for _ in range(3)]
        wish(desk, servers, Level.B_T, "/refuses")
        done = desk.stamp_later()
        assert [(id, each.code) for id, each in done.left] == [
            (each.reference, "tsa-unreachable") for each in cases
        ]
        assert servers.asked["/tsa/refuses"] == 1
        assert [desk.case(each.id).case.events[-1].kind for each in cases] == (
            [EventKind.SIGNED] * 3
        )

    def test_one_case_alone(self, desk: Desk, servers: Servers) -> None:
        one, other = sign(desk), sign(desk)
        wish(desk, servers, Level.B_T)
        assert desk.stamp_later(one.id).raised == (one.reference,)
        assert list(desk.lacking_stamps()) == [other.reference]


class TestCountersigning:
    def test_a_clerk_attests_what_was_signed_by_hand(self, desk: Desk, servers: Servers) -> None:
        case = sign(desk)
        before = desk.signed_pdf(case.id)
        clerk = key_of(desk, servers, servers.pki.person("李文"), CLERK)
        found = desk.countersign(case.id, clerk.signer, CLERK)
        assert found.case.events[-1].note == "clerk_attestation 李文"
        assert desk.signed_pdf(case.id).startswith(before)
        assert set(capacities(desk, case)) == {SEAL, CLERK}
        assert desk.case(case.id).case.status is Status.SIGNED

    def test_the_same_place_is_signed_once(self, desk: Desk, servers: Servers) -> None:
        case = sign(desk)
        for capacity in (CLERK, Capacity.CITIZEN):
            who = key_of(desk, servers, servers.pki.person("李文"), capacity)
            desk.countersign(case.id, who.signer, capacity)
        before = desk.signed_pdf(case.id)
        for capacity in (CLERK, SEAL, Capacity.AGENCY_RECEIPT):
            who = key_of(desk, servers, servers.pki.person("赵宁"), capacity)
            with pytest.raises(UserProblem) as told:
                desk.countersign(case.id, who.signer, capacity)
            assert codes(told) == ["no-place-to-sign"]
        assert desk.signed_pdf(case.id) == before

    def test_a_signature_without_a_stamp_lowers_the_file_until_it_is_stamped(
        self, desk: Desk, servers: Servers
    ) -> None:
        wish(desk, servers, Level.B_T)
        case = sign(desk)
        assert desk.case(case.id).warnings == ()
        wish(desk, servers, Level.B_T, "/refuses")
        clerk = key_of(desk, servers, servers.pki.person("李文"), CLERK)
        assert desk.countersign(case.id, clerk.signer, CLERK).warnings
        wish(desk, servers, Level.B_T)
        assert desk.stamp_later().raised == (case.reference,)
        assert desk.case(case.id).warnings == ()
        assert set(capacities(desk, case)) == {SEAL, CLERK}

    def test_a_file_that_was_signed_elsewhere_meanwhile_is_not_overwritten(
        self, desk: Desk, servers: Servers
    ) -> None:
        case = sign(desk)
        old = desk.signed_pdf(case.id)
        first = key_of(desk, servers, servers.pki.person("李文"), CLERK)
        with first.signer as signer:
            slow = signer.sign(old, CLERK, desk.doors.time.now())
        second = key_of(desk, servers, servers.pki.person("赵宁"), CLERK)
        desk.countersign(case.id, second.signer, CLERK)
        kept = desk.signed_pdf(case.id)
        store = desk.doors.store
        with pytest.raises(UserProblem) as told:
            store.replace_signed(case.id, slow, store.reached(case.id), ())
        assert codes(told) == ["case-changed"]
        assert desk.signed_pdf(case.id) == kept


@pytest.mark.parametrize(
    ("change", "where", "code"),
    [
        ({"authorities": ("tsa.example.cn",)}, "authorities", "authority-not-an-address"),
        ({"authorities": ("ftp://a.cn",)}, "authorities", "authority-not-an-address"),
        ({"authorities": ("http://[::1",)}, "authorities", "authority-not-an-address"),
        ({"authorities": ("https://",)}, "authorities", "authority-not-an-address"),
        ({"level": Level.B_T}, "level", "level-needs-authority"),
        ({"trust": b"not a certificate"}, "trust", "certificate-not-readable"),
        ({"token_module": "/nowhere/lib.so"}, "token_module", "token-module-not-readable"),
        ({"token_module": "/bin/sh"}, "token_module", "token-module-not-readable"),
    ],
)
def test_what_cannot_work_is_not_kept(
    desk: Desk, change: dict[str, object], where: str, code: str
) -> None:
    with pytest.raises(UserProblem) as told:
        desk.doors.keep_signing(replace(SigningSettings(), **change))  # type: ignore[arg-type]
    assert [(each.where, each.code) for each in told.value.problems] == [(where, code)]
    assert desk.doors.signing() == SigningSettings()


def test_an_authority_can_be_tried(desk: Desk, servers: Servers) -> None:
    assert desk.doors.try_authority(servers.tsa) == "Test Time Stamps"
    for way in ("/refuses", "/garbage", "/yesterday"):
        with pytest.raises(UserProblem, match="authority-silent"):
            desk.doors.try_authority(servers.tsa + way)
