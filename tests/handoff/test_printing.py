"""The filing goes to a printer. The programs of CUPS 2.4.2 are played with what it really said."""

from pathlib import Path

import pytest

from filingdesk.core.problem import Problem, UserProblem
from filingdesk.handoff import printing
from filingdesk.handoff.printing import print_pdf, printers

REFERENCE = "FD-7K3M-9PXA-C"
PDF = b"%PDF-1.7\n" + bytes(range(256)) * 1000

# In the words of lpstat and lp before a real cupsd, one of its queues rejecting jobs.
LPSTAT = """
case "$*" in
  -e) printf '前台\\nCounter_2\\nCounter_1\\n' ;;
  -d) if [ "$LC_ALL" = C.UTF-8 ]; then echo 'system default destination: Counter_2'
      else echo '系统默认目标：Counter_2'; fi ;;
esac
"""
LP = """
printf '%s\\n' "$@" > "$SPOOL/arguments"
cat > "$SPOOL/pages"
case "$2" in
  Counter_1) echo 'lp: Destination "Counter_1" is not accepting jobs.' >&2; exit 1 ;;
  Counter_2|前台) echo "request id is $2-1 (0 file(s))" ;;
  *) echo 'lp: Error - The printer or class does not exist.' >&2; exit 1 ;;
esac
"""


@pytest.fixture
def spool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine with CUPS; what reached it lies in the folder."""
    programs = tmp_path / "bin"
    programs.mkdir()
    for name, script in (("lpstat", LPSTAT), ("lp", LP)):
        (programs / name).write_text(f"#!/bin/sh\n{script}")
        (programs / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}:/usr/bin:/bin")
    monkeypatch.setenv("SPOOL", str(tmp_path))
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    return tmp_path


def test_the_usual_printer_comes_first_in_every_language(spool: Path) -> None:
    assert printers() == ("Counter_2", "Counter_1", "前台")


def test_the_pages_arrive_as_they_are_and_only_the_reference_is_told(spool: Path) -> None:
    print_pdf(PDF, "前台", REFERENCE)
    assert (spool / "pages").read_bytes() == PDF
    assert (spool / "arguments").read_text().split() == ["-d", "前台", "-t", REFERENCE]
    assert sorted(each.name for each in spool.iterdir()) == ["arguments", "bin", "pages"]


def refusal(printer: str) -> Problem:
    with pytest.raises(UserProblem) as told:
        print_pdf(PDF, printer, REFERENCE)
    return told.value.problems[0]


def test_a_printer_that_takes_nothing_is_told(spool: Path) -> None:
    assert refusal("Counter_1") == Problem("printer", "printer-refused", {"printer": "Counter_1"})


def test_a_printer_that_is_not_there_any_more_is_told(spool: Path) -> None:
    assert refusal("Upstairs") == Problem("printer", "no-printer")


def test_a_machine_without_cups_has_no_printers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert printers() == ()
    assert refusal("Counter_1") == Problem("printer", "no-printer")


def test_a_queue_that_never_answers_is_given_up(
    spool: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (spool / "bin" / "lp").write_text("#!/bin/sh\nexec sleep 60\n")
    monkeypatch.setattr(printing, "_PATIENCE", 0.2)
    assert refusal("Counter_2").code == "printer-refused"


def test_a_name_in_the_title_is_a_fault(spool: Path) -> None:
    with pytest.raises(ValueError, match="letters, digits and hyphens"):
        print_pdf(PDF, "Counter_2", "张三的申请")
    assert not (spool / "pages").exists()
