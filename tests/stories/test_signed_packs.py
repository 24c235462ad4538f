"""A city elsewhere writes its pack, signs it, and sends it; a clerk here files under it."""

import re
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from filingdesk import resources
from filingdesk.packs.catalogues import languages_of
from filingdesk.packs.folder import read_folder
from filingdesk.packs.texts import pack_texts
from tests.cli.shell import Shell, said, told_of
from tests.desk.furnished import example

CITY = "cn-xinghai"
HEAD = """\
id = "cn-xinghai"
name = "星海市"
version = "VERSION"
as_of = 2026-11-20
language = "zh_CN"
parent = "cn"
"""
LAW = """\
[[citation]]
id = "xinghai-9"
law = "星海市社会信用条例"
article = "第九条"
quote = "市公共信用机构应当自收到异议申请之日起DAYS个工作日内答复申请人。"
statute = "星海市社会信用条例-2025"
as_of = 2026-11-20
verified = true
"""
KIND = """\
[[clock]]
id = "cn-xinghai/answer"
replaces = "cn/objection"
name = "星海市答复异议的期限"
count = DAYS
unit = "working_day"
trigger = "received"
owed_by = "agency"
citations = ["xinghai-9"]
verified = true
"""
NUMBERS = {3: "三", 5: "五"}
FILED, RECEIVED = "2026-11-22", "2026-11-23"
LAST_DAY = {3: "2026-11-26", 5: "2026-11-30"}  # a Monday; three and five working days on


class City:
    """Its folder of packs, its statute, and the key that it made once."""

    def __init__(self, folder: Path, shell: Shell) -> None:
        self.folder, self.shell = folder, shell
        self.key, self.public = folder / "city.pem", folder / "city.pub.pem"
        folder.mkdir()
        self.id: str = shell("packs", "key", "-o", self.key, "--json").json()["key"]

    def file(self, version: str, days: int, *, signed: bool = True) -> Path:
        """The pack of that version, in which the city answers within so many days."""
        self._write(version, days)
        out = self.folder / f"{CITY}-{version}.fdpack"
        texts = ("--statutes", self.folder / "statutes")
        assert self.shell("packs", "build", self.folder / CITY, "-o", out, *texts).code == 0
        if signed:
            told = self.shell("packs", "sign", out, "--key", self.key, "--json")
            assert told.json() == {"bundle": str(out), "signer": self.id}
        return out

    def _write(self, version: str, days: int) -> None:
        answers = example("cn/mismatch").read_text("utf-8")
        here = answers.replace('jurisdiction = "cn"', f'jurisdiction = "{CITY}"')
        for name, text in {
            f"{CITY}/pack.toml": HEAD.replace("VERSION", version),
            f"{CITY}/law/credit.toml": LAW.replace("DAYS", NUMBERS[days]),
            f"{CITY}/kinds/objection.toml": KIND.replace("DAYS", str(days)),
            f"{CITY}/examples/mismatch.toml": here,
            "statutes/星海市社会信用条例-2025.md": "# 星海市社会信用条例\n\n第九条　"
            + re.findall('quote = "(.*)"', LAW)[0].replace("DAYS", NUMBERS[days]),
        }.items():
            file = self.folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        self._translate()

    def _translate(self) -> None:
        pack = read_folder(self.folder / CITY)
        (self.folder / CITY / "lang").mkdir(exist_ok=True)
        for language in languages_of(pack):
            rows = (f'msgid "{each}"\nmsgstr "{language}: {each}"\n' for each in pack_texts(pack))
            head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n'
            po = self.folder / CITY / "lang" / f"{language}.po"
            po.write_text("\n".join((head, *rows)), "utf-8")


@pytest.fixture
def city(tmp_path: Path, shell: Shell) -> City:
    return City(tmp_path / "city", shell)


@pytest.fixture
def desk(city: City, shell: Shell) -> Shell:
    """The clerk's desk; the city's key was compared on the telephone."""
    told = shell("packs", "trust", city.public, "--json")
    assert told.json() == {"key": city.id}
    return shell


def installed(shell: Shell) -> Mapping[str, Any] | None:
    """The city's row in the list of packs."""
    rows = shell("packs", "list", "--json").json()
    return next((row for row in rows if row["id"] == CITY), None)


def filed(shell: Shell, city: City, out: Path) -> str:
    """The reference of a case that was filed in the city and received the day after."""
    answers = city.folder / CITY / "examples" / "mismatch.toml"
    told = shell("file", answers, "-o", out, "--today", FILED, "--json")
    assert told.code == 0, told.out + told.err
    reference: str = told.json()["reference"]
    event = ("cases", "record", reference, "receipt_noted", "--day", RECEIVED)
    assert shell(*event, "--today", RECEIVED, "--json").code == 0
    return reference


def case(shell: Shell, reference: str) -> Any:
    return shell("cases", "show", reference, "--today", RECEIVED, "--json").json()


def last_day(shell: Shell, reference: str) -> str:
    """When the city must have answered."""
    clocks = {each["clock"]: each for each in case(shell, reference)["clocks"]}
    day: str = clocks["cn-xinghai/answer"]["deadline"]["due_on"]
    return day


def test_from_the_city_to_a_case_that_keeps_its_law(
    city: City, desk: Shell, tmp_path: Path
) -> None:
    told = desk("packs", "install", city.file("2026.11.1", days=3), "--json")
    row = {"id": CITY, "version": "2026.11.1", "from": "installed", "signer": city.id}
    assert (told.code, told.json()) == (0, row)
    assert installed(desk) == row | {"name": f"en: {'星海市'}"}
    first = filed(desk, city, tmp_path / "first.pdf")
    assert last_day(desk, first) == LAST_DAY[3]

    told = desk("packs", "install", city.file("2026.12.1", days=5))
    sentence = "{id} {version} is used from the next start. Cases keep theirs."
    assert told.out.strip() == said(sentence, id=CITY, version="2026.12.1")
    second = filed(desk, city, tmp_path / "second.pdf")
    assert last_day(desk, first) == LAST_DAY[3]
    assert last_day(desk, second) == LAST_DAY[5]
    assert case(desk, first)["versions"][CITY] == "2026.11.1"
    assert case(desk, second)["versions"] == {
        CITY: "2026.12.1",
        "cn": next(
            each["version"] for each in desk("packs", "list", "--json").json() if each["id"] == "cn"
        ),
    }

    told = desk("packs", "rollback", CITY, "--json")
    assert told.json() == row
    assert last_day(desk, second) == LAST_DAY[5]
    third = filed(desk, city, tmp_path / "third.pdf")
    assert last_day(desk, third) == LAST_DAY[3]

    told = desk("packs", "rollback", CITY)
    gone = "{id} is not used any more. Cases made under it keep it."
    assert told.out.strip() == said(gone, id=CITY)
    assert installed(desk) is None
    assert [last_day(desk, each) for each in (first, second, third)] == [
        LAST_DAY[3],
        LAST_DAY[5],
        LAST_DAY[3],
    ]
    listed = desk("cases", "list", "--today", RECEIVED, "--json").json()
    assert {each["reference"] for each in listed} == {first, second, third}
    shown = desk("cases", "show", first, "--language", "en", "--today", RECEIVED).out
    assert "en: 星海市答复异议的期限" in shown


def test_a_case_whose_law_was_lost_says_so(
    city: City, desk: Shell, home: Path, tmp_path: Path
) -> None:
    desk("packs", "install", city.file("2026.11.1", days=3))
    first = filed(desk, city, tmp_path / "first.pdf")
    assert case(desk, first)["warnings"] == []
    desk("packs", "install", city.file("2026.12.1", days=5))
    kept = home / "packs" / "kept" / CITY / "2026.11.1"
    (kept / CITY / "kinds" / "objection.toml").write_text("")
    [warning] = case(desk, first)["warnings"]
    assert (warning["code"], warning["blocks"]) == ("pack-version-missing", False)
    assert last_day(desk, first) == LAST_DAY[5]
    lost = told_of("pack-version-missing", name=CITY, version="2026.11.1")
    assert lost in desk("cases", "show", first, "--today", RECEIVED).out

    desk("packs", "rollback", CITY)
    assert installed(desk) is None
    assert case(desk, first)["clocks"] == []
    assert len(desk("cases", "list", "--today", RECEIVED, "--json").json()) == 1


def test_unsigned_unknown_older_or_changed_it_is_refused(city: City, shell: Shell) -> None:
    unsigned = city.file("2026.11.1", days=3, signed=False)
    told = shell("packs", "install", unsigned, "--json")
    assert (told.code, told.problems()) == (2, [(CITY, "bundle-unsigned")])

    signed = city.file("2026.11.1", days=3)
    told = shell("packs", "install", signed)
    unknown = told_of("bundle-signer-unknown", name=CITY, key=city.id)
    assert (told.code, told.err.strip()) == (2, f"{CITY}: {unknown}")

    shell("packs", "trust", city.public)
    changed = signed.with_name("changed.fdpack")
    changed.write_bytes(signed.read_bytes().replace(b"count = 3", b"count = 9"))
    told = shell("packs", "install", changed, "--json")
    assert told.problems() == [("bundle", "bundle-not-readable")]  # the zip's own sums differ
    assert installed(shell) is None

    assert shell("packs", "install", city.file("2026.12.1", days=5)).code == 0
    told = shell("packs", "install", signed, "--json")
    assert told.problems() == [(CITY, "pack-older")]
    assert shell("packs", "install", signed, "--allow-older").code == 0
    row = installed(shell)
    assert row
    assert row["version"] == "2026.11.1"


def test_a_version_that_the_program_has_itself_is_not_said_to_come(
    shell: Shell, tmp_path: Path
) -> None:
    out = tmp_path / "cn-tianjin.fdpack"
    assert shell("packs", "build", resources.packs() / "cn-tianjin", "-o", out).code == 0
    told = shell("packs", "install", out, "--allow-unsigned")
    listed = shell("packs", "list", "--json").json()
    (used,) = [each for each in listed if each["id"] == "cn-tianjin"]
    assert used["from"] == "program"
    sentence = "The program has {id} {version} itself; it is used."
    assert told.out.strip() == said(sentence, id="cn-tianjin", version=used["version"])


def test_what_somebody_made_for_the_own_desk(city: City, shell: Shell) -> None:
    unsigned = city.file("2026.11.1", days=3, signed=False)
    assert shell("packs", "install", unsigned, "--allow-unsigned").code == 0
    assert said("installed, signed by nobody") in shell("packs", "list").out
    told = shell("packs", "rollback", "cn", "--json")
    assert (told.code, told.problems()) == (2, [("cn", "pack-never-changed")])


def test_a_key_is_for_its_owner_alone_and_is_never_overwritten(
    shell: Shell, tmp_path: Path
) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("four cups\n")
    pem = tmp_path / "city.pem"
    told = shell("packs", "key", "-o", pem, "--passphrase-file", secret, "--json").json()
    assert told["public"] == str(tmp_path / "city.pub.pem")
    assert stat.S_IMODE(pem.stat().st_mode) == 0o600
    assert b"ENCRYPTED" in pem.read_bytes()
    before = pem.read_bytes()
    again = shell("packs", "key", "-o", pem, "--json")
    assert (again.code, again.problems()) == (2, [(str(pem), "key-exists")])
    assert pem.read_bytes() == before
    wrong = shell("packs", "trust", pem, "--json")
    assert (wrong.code, wrong.problems()) == (2, [("key", "key-is-private")])


def test_a_shipped_pack_can_be_built_and_signed_by_a_locked_key(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from filingdesk import resources

    monkeypatch.setenv("FILINGDESK_KEY_PASSPHRASE", "four cups")
    monkeypatch.chdir(tmp_path)
    shell("packs", "key", "-o", "own.pem")
    built = shell("packs", "build", resources.packs() / "cn-tianjin", "--json").json()["bundle"]
    assert re.fullmatch(r"cn-tianjin-[0-9.]+\.fdpack", built)
    assert shell("packs", "sign", built, "--key", "own.pem").code == 0
    monkeypatch.setenv("FILINGDESK_KEY_PASSPHRASE", "five cups")
    told = shell("packs", "sign", built, "--key", "own.pem", "--json")
    assert (told.code, told.problems()) == (2, [("key", "key-wrong-passphrase")])
    told = shell("packs", "build", tmp_path, "--json")
    assert (told.code, told.problems()) == (2, [(tmp_path.name, "pack-head-missing")])
