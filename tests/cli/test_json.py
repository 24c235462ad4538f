"""Every command answers a machine as well: one JSON value, and an exit code."""

from pathlib import Path

import pytest

from tests.cli.shell import Shell
from tests.desk.furnished import FILINGS, TODAY, example, name_of

EXPIRED = example("cn-tianjin/tianjin-expired")
ELSEWHERE = example("cn/data-request-organisation")


def test_filing_tells_the_reference_and_the_next_days(shell: Shell, tmp_path: Path) -> None:
    told = shell("file", EXPIRED, "-o", tmp_path / "out.pdf", "--json")
    assert (told.code, told.err) == (0, "")
    answer = told.json()
    assert answer["reference"].startswith("FD-")
    assert answer["pdf"] == str(tmp_path / "out.pdf")
    assert [each for each in answer["next"] if "19 January 2027" in each]
    assert answer["warnings"] == []
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("objection", FILINGS, ids=name_of)
def test_advice_on_every_example_is_what_it_expects(objection: Path, shell: Shell) -> None:
    told = shell("advise", objection, "--json")
    assert (told.code, told.err) == (0, "")
    advice = told.json()
    assert advice["remedy"] == "filing"
    assert f'kind = "{advice["kind"]}"' in objection.read_text("utf-8")
    assert f'jurisdiction = "{advice["jurisdiction"]}"' in objection.read_text("utf-8")
    expected = objection.read_text("utf-8").partition("[expect]")[2]
    assert all(f'"{each["id"]}"' in expected for each in advice["grounds"])
    shown = f'display = "{advice["findings"][0]["display"]}"'
    assert shown in expected or "display = " not in expected
    [addressee] = advice["authorities"]
    if "role = " in expected:
        assert f'role = "{addressee["role"]}"' in expected
        assert (addressee["id"] or addressee["name"]) in expected
    assert all(each["kind"] and each["reason"] for each in advice["alternatives"])
    assert advice["warnings"] == []
    if advice["kind"] == "objection":
        assert [each["clock"] for each in advice["deadlines"]] == ["cn/reconsideration-filing"]


def test_no_filing_serves_whom_another_body_helps(shell: Shell, tmp_path: Path) -> None:
    told = shell("advise", ELSEWHERE, "--json")
    assert told.code == 1
    advice = told.json()
    assert (advice["remedy"], advice["grounds"], advice["authorities"]) == ("elsewhere", [], [])
    assert (advice["kind"], advice["earliest"]) == ("data-request", None)
    assert [each["kind"] for each in advice["alternatives"]] == [None]
    assert advice["alternatives"][0]["reason"]

    told = shell("file", ELSEWHERE, "-o", tmp_path / "out.pdf", "--json")
    assert told.code == 1
    assert told.problems() == [("remedy", "other-body-deals-with-it")]
    assert not (tmp_path / "out.pdf").exists()


def test_a_clock_tells_each_of_its_days(shell: Shell) -> None:
    told = shell("due", "cn/reconsideration-filing", "--event", "2026-09-03", "--json")
    assert (told.code, told.err) == (0, "")
    deadline = told.json()
    assert (deadline["due_on"], deadline["safe_on"]) == ("2026-11-02", "2026-11-02")
    assert (deadline["provisional"], deadline["verified"]) == (False, True)
    assert deadline["citation"][0]["article"] == "第二十条第一款"
    assert [each["number"] for each in deadline["reasons"]] == [None, *range(1, 61)]


def test_the_demo_leaves_a_filing_that_its_seal_vouches_for(shell: Shell, tmp_path: Path) -> None:
    told = shell("demo", "-o", tmp_path / "demo", "--json")
    assert (told.code, told.err) == (0, "")
    pdf = Path(told.json()["pdf"])
    assert sorted(each.name for each in pdf.parent.iterdir()) == [pdf.name, "seal.pem"]
    told = shell("verify", pdf, "--trust", pdf.parent / "seal.pem", "--json")
    assert told.code == 0
    [signature] = told.json()["signatures"]
    assert (signature["capacity"], signature["trusted"]) == ("centre_seal", True)
    assert (signature["intact"], signature["whole"]) == (True, True)
    assert shell("cases", "list", "--json").json() == []


def test_extracting_lists_the_files(shell: Shell, tmp_path: Path) -> None:
    shell("file", EXPIRED, "-o", tmp_path / "out.pdf")
    told = shell("extract", tmp_path / "out.pdf", "-d", tmp_path / "inside", "--json")
    assert (told.code, told.err) == (0, "")
    sizes = {each.name: each.stat().st_size for each in (tmp_path / "inside").iterdir()}
    assert told.json() == {"files": sizes}
    assert sizes.keys() == {"filing.csv", "filing.json"}


def test_cases_are_listed_shown_and_recorded(shell: Shell, tmp_path: Path) -> None:
    filed = shell("file", EXPIRED, "-o", tmp_path / "out.pdf", "--json").json()
    today = ("--today", TODAY.isoformat(), "--json")
    [row] = shell("cases", "list", *today).json()
    assert row["reference"] == filed["reference"]
    assert row["next_step"] == "hand_over"
    told = shell("cases", "record", row["reference"], "handed_over", *today)
    assert told.code == 0
    recorded = told.json()
    assert (recorded["status"], recorded["next_step"]) == ("handed_over", "note_receipt")
    shown = shell("cases", "show", row["reference"].lower(), *today).json()
    assert shown == recorded
    assert [each["kind"] for each in shown["events"]] == ["learned", "signed", "handed_over"]


def test_the_packs_are_listed_shown_and_checked(shell: Shell) -> None:
    listed = shell("packs", "list", "--json").json()
    assert {"cn", "cn-tianjin", "cn-shandong"} <= {each["id"] for each in listed}
    assert all(each["name"] and each["version"] for each in listed)
    shown = shell("packs", "show", "cn-shandong", "--json").json()
    assert shown["lineage"] == ["cn-shandong", "cn"]
    clocks = shown["kinds"]["objection"]["clocks"]
    assert {"cn-shandong/objection-own-scope", "cn-shandong/objection-with-help"} <= set(clocks)
    told = shell("packs", "check", "--json")
    assert told.code == (1 if told.json()["faults"] else 0)


def test_the_certificate_is_written(shell: Shell, tmp_path: Path) -> None:
    told = shell("certificate", "-o", tmp_path / "seal.pem", "--json")
    assert told.json() == {"certificate": str(tmp_path / "seal.pem")}
    assert (tmp_path / "seal.pem").read_text().startswith("-----BEGIN CERTIFICATE-----")


@pytest.mark.parametrize(
    ("words", "where", "code"),
    [
        (("file",), "filingdesk file", "arguments-wrong"),
        (("wish",), "filingdesk", "arguments-wrong"),
        (("due", "cn/x", "--event", "2026-02-30"), "filingdesk due", "arguments-wrong"),
        (("due", "cn/x", "--event", "2026-02-28"), "clock", "clock-unknown"),
        (("due", "nowhere", "--event", "2026-02-28"), "clock", "clock-unknown"),
        (
            ("due", "cn/reconsideration-filing", "--event", "9999-12-31"),
            "cn/reconsideration-filing",
            "date-out-of-range",
        ),
        (
            ("due", "cn/x", "--event", "2026-02-28", "--jurisdiction", "atlantis"),
            "jurisdiction",
            "jurisdiction-unknown",
        ),
        (("packs", "show", "atlantis"), "jurisdiction", "jurisdiction-unknown"),
        (("packs",), "filingdesk packs", "arguments-wrong"),
        (("cases", "show", "FD-2222-2222-2"), "store", "case-unknown"),
        (("cases", "record", "FD-2222-2222-2", "accepted"), "store", "case-unknown"),
        (("cases", "record", "FD-2222-2222-2", "lost"), "filingdesk cases record", None),
        (("verify", "/nowhere.pdf"), "/nowhere.pdf", "file-not-found"),
        (("extract", "/nowhere.pdf", "-d", "/tmp"), "/nowhere.pdf", "file-not-found"),
        (("advise", "/nowhere.toml"), "/nowhere.toml", "file-not-found"),
    ],
)
def test_bad_input_is_told_as_problems(
    words: tuple[str, ...], where: str, code: str | None, shell: Shell
) -> None:
    told = shell(*words, "--json")
    assert (told.code, told.err) == (2, "")
    assert told.problems() == [(where, code or "arguments-wrong")]
    assert told.json()["problems"][0]["sentence"]
    in_words = shell(*words)
    assert (in_words.code, in_words.out) == (2, "")
    assert in_words.err.startswith(f"{where}: ")
    assert in_words.err.count("\n") == 1
