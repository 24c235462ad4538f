"""Somebody elsewhere begins a pack on the command line, and a clerk files under it the same day."""

from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po, write_po

from tests.cli.shell import Shell, told_of

STATUTE = """\
# 青岚省社会信用条例

第九条 认定单位应当自收到异议申请之日起七个工作日内答复申请人。

第十条 逾期不答复的，申请人可以向省社会信用主管部门投诉。
"""


@pytest.fixture
def law(tmp_path: Path) -> Path:
    file = tmp_path / "statutes" / "青岚省社会信用条例-2025.md"
    file.parent.mkdir()
    file.write_text(STATUTE, "utf-8")
    return file


def begun(shell: Shell, at: Path, *more: str | Path) -> Any:
    told = shell("packs", "new", "cn-qinglan", "--name", "青岚省", "--at", at, *more, "--json")
    assert told.code == 0, told.out
    return told.json()


def translate(pack: Path) -> None:
    for po in pack.glob("lang/*.po"):
        with po.open("rb") as file:
            catalogue = read_po(file)
        for message in catalogue:
            if message.id and not message.string:
                message.string = f"{po.stem}: {message.id}"
        with po.open("wb") as file:
            write_po(file, catalogue, width=100)


def test_from_nothing_to_a_filing_on_another_desk(shell: Shell, law: Path, tmp_path: Path) -> None:
    at = tmp_path / "mine" / "packs"
    pack = at / "cn-qinglan"
    told = begun(shell, at, "--statute", law, "--articles", "9")
    assert told == {"id": "cn-qinglan", "folder": str(pack)}
    rule = pack / "law" / "credit.toml"
    assert "第九条" in rule.read_text("utf-8")
    assert "第十条" not in rule.read_text("utf-8")
    translate(pack)

    key, out = tmp_path / "mine" / "key.pem", tmp_path / "cn-qinglan.fdpack"
    assert shell("packs", "key", "-o", key).code == 0
    assert shell("packs", "build", pack, "-o", out, "--statutes", law.parent).code == 0
    assert shell("packs", "sign", out, "--key", key).code == 0
    assert shell("packs", "trust", key.with_suffix(".pub.pem")).code == 0
    installed = shell("packs", "install", out, "--json")
    assert installed.code == 0, installed.out
    assert installed.json()["id"] == "cn-qinglan"

    pdf = tmp_path / "objection.pdf"
    filed = shell("file", pack / "examples" / "objection.toml", "-o", pdf, "--json")
    assert filed.code == 0, filed.out
    assert pdf.read_bytes().startswith(b"%PDF-")
    reference = filed.json()["reference"]
    case = shell("cases", "show", reference, "--json").json()
    assert case["authority"] == "青岚省公共信用信息服务中心"


def test_it_can_be_checked_where_it_lies(shell: Shell, law: Path, tmp_path: Path) -> None:
    at = tmp_path / "packs"
    begun(shell, at, "--statute", law)
    told = shell("packs", "check", "--at", at, "--json")
    assert told.code == 1
    assert {each["code"] for each in told.json()["faults"]} == {"pack-text-untranslated"}
    assert told.json()["jurisdictions"] == 1
    nothing = shell("packs", "check", "--at", law.parent, "--json")
    assert [each["code"] for each in nothing.json()["faults"]] == ["packs-missing"]
    inside = shell("packs", "check", "--at", at / "cn-qinglan", "--json")
    assert [each["code"] for each in inside.json()["faults"]] == ["packs-missing-in-pack"]
    translate(at / "cn-qinglan")
    assert shell("packs", "check", "cn-qinglan", "--at", at).code == 0
    (at / "cn-qinglan" / "kinds" / "objection.toml").write_text("x = 1", "utf-8")
    told = shell("packs", "check", "--at", at, "--json")
    assert "cn-qinglan/kinds/objection.toml:1" in [each["where"] for each in told.json()["faults"]]


def test_it_says_where_it_is(shell: Shell, tmp_path: Path) -> None:
    told = shell("packs", "new", "cn-qinglan", "--name", "青岚省", "--at", tmp_path)
    assert told.code == 0
    assert str(tmp_path / "cn-qinglan") in told.out
    *_, command = told.out.strip().splitlines()
    assert command.endswith(f"filingdesk packs check cn-qinglan --at {tmp_path}")


def test_a_second_time_nothing_is_written_over(shell: Shell, tmp_path: Path) -> None:
    begun(shell, tmp_path)
    head = tmp_path / "cn-qinglan" / "pack.toml"
    head.write_text("mine", "utf-8")
    told = shell("packs", "new", "cn-qinglan", "--name", "青岚省", "--at", tmp_path)
    assert told.code == 2
    assert told_of("pack-folder-exists") in told.err
    assert head.read_text("utf-8") == "mine"


@pytest.mark.parametrize(
    ("arguments", "where", "code"),
    [
        (("cn-tianjin", "--name", "天津市"), "ID", "pack-id-taken"),
        (("Qinglan", "--name", "青岚省"), "ID", "pack-name-unfit"),
        (("cn-qinglan", "--name", ""), "--name", "place-without-name"),
        (("cn-qinglan", "--name", "青岚省", "--parent", "ch"), "--parent", "jurisdiction-unknown"),
        (("cn-qinglan",), "filingdesk packs new", "arguments-wrong"),
        (
            ("cn-qinglan", "--name", "青岚省", "--articles", "x"),
            "filingdesk packs new",
            "arguments-wrong",
        ),
        (("cn-qinglan", "--name", "青岚省", "--statute", "none.md"), "none.md", "file-not-found"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(
    arguments: tuple[str, ...], where: str, code: str, shell: Shell, tmp_path: Path
) -> None:
    told = shell("packs", "new", *arguments, "--at", tmp_path / "packs", "--json")
    assert (told.code, told.problems()) == (2, [(where, code)])
    assert not (tmp_path / "packs").exists()
