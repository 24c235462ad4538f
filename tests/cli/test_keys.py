"""Signing with people's own keys, and stamping later, without a window."""

from pathlib import Path

import pytest

from filingdesk.core.signature import Level
from tests.cli.shell import Shell, said, told_of
from tests.desk.furnished import example
from tests.sign.cards import MODULE, PIN, Cards
from tests.sign.conftest import cards, servers
from tests.sign.servers import Servers

__all__ = ["cards", "servers"]

OWN = example("cn-tianjin/tianjin-expired")


@pytest.fixture
def pin(tmp_path: Path) -> Path:
    file = tmp_path / "pin"
    file.write_text(f"{PIN}\n")
    return file


@pytest.fixture
def card(shell: Shell, cards: Cards, servers: Servers) -> str:
    """A citizen's card in the reader, at a desk that reads cards."""
    serial = cards.insert("citizen")
    cards.put("citizen", servers.pki.person("王小明"))
    assert shell("settings", "set", "token-module", MODULE).code == 0
    return serial


def filed(shell: Shell, out: Path, *more: str | Path) -> str:
    told = shell("file", OWN, "-o", out, *more, "--json")
    assert told.code == 0, told
    return str(told.json()["reference"])


def capacities(shell: Shell, pdf: Path) -> list[str]:
    found = shell("verify", pdf, "--json").json()["signatures"]
    return [each["capacity"] for each in found if each["capacity"]]


def test_a_citizen_files_with_a_card(shell: Shell, card: str, pin: Path, tmp_path: Path) -> None:
    (token,) = shell("tokens", "--json").json()
    assert (token["serial"], token["keys"][0]["owner"]) == (card, "王小明")
    assert "王小明" in shell("tokens").out
    out = tmp_path / "out.pdf"
    reference = filed(shell, out, "--token", card, "--pin-file", pin)
    assert capacities(shell, out) == ["citizen", "centre_seal"]
    assert "王小明: " in shell("cases", "show", reference).out


def test_a_clerk_attests_later_and_stamps_come_last(
    shell: Shell, servers: Servers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, key = tmp_path / "out.pdf", tmp_path / "clerk.p12"
    reference = filed(shell, out)
    key.write_bytes(servers.pki.pkcs12(servers.pki.person("李文"), b"pw"))
    monkeypatch.setenv("FILINGDESK_SEAL_PASSPHRASE", "pw")
    told = shell("cases", "sign", reference, "--seal", key, "--as", "clerk_attestation", "--json")
    assert (told.code, told.json()["key"]["owner"]) == (0, "李文")

    assert shell("settings", "set", "authorities", servers.tsa).code == 0
    assert shell("settings", "set", "level", "b-t").code == 0
    (warning,) = shell("cases", "show", reference, "--json").json()["warnings"]
    assert warning["code"] == "time-not-proved"
    assert shell("cases", "stamp", "--json").json() == {"raised": [reference], "left": []}
    assert shell("cases", "stamp").out.strip() == said("No case lacks a time stamp.")

    assert shell("cases", "show", reference, "-o", out).code == 0
    found = shell("verify", out, "--json").json()["signatures"]
    assert {each["level"] for each in found if each["capacity"]} == {Level.B_T.value}
    assert set(capacities(shell, out)) == {"centre_seal", "clerk_attestation"}


def test_without_the_network_a_filing_is_signed_and_the_lack_is_told(
    shell: Shell, servers: Servers, tmp_path: Path
) -> None:
    shell("settings", "set", "authorities", f"{servers.tsa}/refuses")
    shell("settings", "set", "level", "B-LT")
    told = shell("file", OWN, "-o", tmp_path / "out.pdf", "--json")
    assert "time-not-proved" in [each["code"] for each in told.json()["warnings"]]
    stamped = shell("cases", "stamp")
    assert (stamped.code, told_of("tsa-unreachable") in stamped.out) == (1, True)


def test_a_wrong_pin_a_missing_card_and_no_key(
    shell: Shell, card: str, pin: Path, cards: Cards, tmp_path: Path
) -> None:
    out = tmp_path / "out.pdf"
    wrong = tmp_path / "wrong"
    wrong.write_text("999999")
    ways = (
        (("--token", card), "pin-missing"),
        (("--token", card, "--pin-file", wrong), "pin-wrong"),
        (("--token", card, "--pin-file", pin, "--as", "agent"), "no-place-to-sign"),
        (("--token", "nobody", "--pin-file", pin), "token-missing"),
        (("--token", card, "--pin-file", pin, "--key", "another"), "token-has-no-key"),
    )
    for words, code in ways:
        told = shell("file", OWN, "-o", out, *words, "--json")
        assert told.code == 2
        assert told.problems()[0][1].startswith(code)
        assert not out.exists()
    assert shell("cases", "list", "--json").json() == []
    cards.pull_out("citizen")
    assert shell("tokens", "--json").problems() == [("token", "token-missing")]


def test_who_signs_names_a_key(shell: Shell, tmp_path: Path) -> None:
    reference = filed(shell, tmp_path / "out.pdf")
    told = shell("cases", "sign", reference, "--as", "agent", "--json")
    assert (told.code, told.problems()[0][1]) == (2, "key-not-named")


class TestSettings:
    def test_they_are_shown_set_and_set_back(self, shell: Shell, servers: Servers) -> None:
        fresh = shell("settings", "show", "--json").json()
        assert fresh == {
            "level": "PAdES B-B",
            "authorities": [],
            "trust": "",
            "token-module": "",
        }
        root = servers.folder / "root.pem"
        root.write_bytes(servers.pki.root.pem)
        urls = (servers.tsa, f"{servers.tsa}/refuses")
        shell("settings", "set", "authorities", *urls)
        shell("settings", "set", "trust", root)
        told = shell("settings", "set", "level", "B-LTA", "--json").json()
        assert (told["level"], told["authorities"]) == ("PAdES B-LTA", list(urls))
        assert told["trust"].count("BEGIN CERTIFICATE") == 1
        assert servers.tsa in shell("settings", "show").out
        shell("settings", "set", "level")
        shell("settings", "set", "authorities")
        shell("settings", "set", "trust")
        assert shell("settings", "show", "--json").json() == fresh

    def test_authorities_can_be_tried(self, shell: Shell, servers: Servers) -> None:
        assert shell("settings", "try").code == 1
        shell("settings", "set", "authorities", servers.tsa)
        assert shell("settings", "try", "--json").json() == {
            servers.tsa: {"stamps": "Test Time Stamps"}
        }
        shell("settings", "set", "authorities", servers.tsa, f"{servers.tsa}/refuses")
        told = shell("settings", "try")
        assert told.code == 1
        assert told_of("authority-silent") in told.out

    @pytest.mark.parametrize(
        ("words", "where", "code"),
        [
            (("level", "B-X"), "level", "level-unknown"),
            (("level", "B-T", "B-LT"), "level", "setting-takes-one"),
            (("level", "B-T"), "level", "level-needs-authority"),
            (("authorities", "tsa"), "authorities", "authority-not-an-address"),
            (("trust", "pyproject.toml"), "trust", "certificate-not-readable"),
            (("token-module", "/nowhere"), "token_module", "token-module-not-readable"),
        ],
    )
    def test_what_cannot_work_is_refused(
        self, shell: Shell, words: tuple[str, ...], where: str, code: str
    ) -> None:
        told = shell("settings", "set", *words, "--json")
        assert (told.code, told.problems()) == (2, [(where, code)])
        assert shell("settings", "show", "--json").json()["level"] == "PAdES B-B"
