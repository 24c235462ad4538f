"""What an agency does with a filing that it was handed."""

from pathlib import Path

import pikepdf
import pytest

from filingdesk import agency
from filingdesk.core.signature import Capacity
from filingdesk.core.verdict import Mark
from filingdesk.words.terms import CAPACITIES
from filingdesk.words.verdict import OVERALL, POINTS
from tests.cli.shell import Filed, Shell, said
from tests.desk.furnished import CENTRE, example
from tests.sign.conftest import servers
from tests.sign.making import amended, with_files
from tests.sign.servers import Servers

__all__ = ["servers"]


def point_of(code: str) -> str:
    return said(POINTS[code], signer=f"{CENTRE}完整性印章")


@pytest.fixture
def filing(filed: Filed, tmp_path: Path) -> Path:
    file = tmp_path / "filing.pdf"
    file.write_bytes(filed.pdf)
    return file


@pytest.fixture
def seal(shell: Shell, filed: Filed, tmp_path: Path) -> Path:
    """The certificate of the desk that filed it."""
    assert filed
    file = tmp_path / "seal.pem"
    told = shell("certificate", "-o", file)
    assert told.out == said("Give this certificate to the agency: {path}", path=file) + "\n"
    return file


def test_a_good_filing(shell: Shell, filing: Path, seal: Path) -> None:
    told = shell("verify", filing, "--trust", seal)
    assert told.code == 0
    assert CENTRE in told.out
    assert point_of("signature-holds") in told.out
    assert said(CAPACITIES[Capacity.CENTRE_SEAL]) in told.out


def test_without_a_certificate_to_trust_it_says_so(shell: Shell, filing: Path) -> None:
    told = shell("verify", filing)
    assert told.code == 0
    assert point_of("signer-not-checked") in told.out
    assert said(OVERALL[Mark.RESERVED]) in told.out
    [signature] = shell("verify", filing, "--json").json()["signatures"]
    assert signature["trusted"] is None


def test_a_time_stamp_is_not_said_to_have_signed(
    shell: Shell, servers: Servers, tmp_path: Path
) -> None:
    out = tmp_path / "out.pdf"
    for setting in (("authorities", servers.tsa), ("level", "b-lta")):
        assert shell("settings", "set", *setting).code == 0
    assert shell("file", example("cn-tianjin/tianjin-expired"), "-o", out).code == 0
    told = shell("verify", out).out
    stamp = servers.pki.tsa.certificate.subject.rfc4514_string().removeprefix("CN=")
    assert said("Time stamp by {authority}", authority=stamp) in told.splitlines()
    assert said("Signed by {signer}", signer=stamp) not in told.splitlines()


@pytest.mark.parametrize("asked", [[], ["--help"], ["--language", "en", "-h"]])
def test_who_asks_the_verifier_learns_of_both_commands(
    asked: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        agency.main(asked)
    assert ended.value.code == 0
    told = capsys.readouterr().out
    assert "filingdesk verify" in told
    assert "filingdesk extract" in told


def test_a_filing_that_was_changed(shell: Shell, filing: Path, seal: Path) -> None:
    content = bytearray(filing.read_bytes())
    content[content.index(b"stream\n") + 40] ^= 1
    filing.write_bytes(content)
    told = shell("verify", filing, "--trust", seal)
    assert told.code == 1
    assert point_of("signature-broken") in told.out
    assert shell("verify", filing, "--json").json()["good"] is False


def test_a_filing_to_which_something_was_added(shell: Shell, filing: Path, seal: Path) -> None:
    with pikepdf.open(filing) as pdf:
        pages = pdf.Root.Pages.objgen[0]
    content = amended(filing.read_bytes(), {pages: b"<</Type/Pages/Kids[]/Count 0>>"})
    filing.write_bytes(content)
    told = shell("verify", filing, "--trust", seal)
    assert told.code == 1
    assert point_of("changed-since") in told.out
    [signature] = shell("verify", filing, "--json").json()["signatures"]
    assert (signature["intact"], signature["whole"]) == (True, False)


def test_a_pdf_that_is_not_signed(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "plain.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(file)
    told = shell("verify", file)
    assert told.code == 1
    assert said(POINTS["not-signed"]) in told.out
    answer = shell("verify", file, "--json").json()
    assert (answer["good"], answer["signatures"]) == (False, [])
    told = shell("extract", file, "-d", tmp_path / "inside")
    assert (told.code, told.out) == (1, said("No file is embedded in this PDF.") + "\n")


def test_the_files_inside_are_written_by_their_names(
    shell: Shell, filing: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "deep" / "inside"
    told = shell("extract", filing, "-d", folder)
    assert told.code == 0
    names = ["filing.csv", "filing.json"]
    assert told.out == "".join(f"{folder / name}\n" for name in names)
    assert "𠮷野惠" in (folder / "filing.json").read_text("utf-8")
    assert sorted(each.name for each in folder.iterdir()) == names


def test_a_name_that_leads_out_of_the_folder_does_not(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "hostile.pdf"
    file.write_bytes(with_files(dict.fromkeys(("../out.txt", "/tmp/out.txt", "..", ""), b"x")))
    told = shell("extract", file, "-d", tmp_path / "inside", "--json")
    assert told.code == 0
    written = {each.name for each in (tmp_path / "inside").iterdir()}
    assert len(written) == 4
    assert written == set(told.json()["files"])
    assert not (tmp_path / "out.txt").exists()
