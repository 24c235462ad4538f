"""Every judge finds nothing wrong with a filing of each kind, and misses no planted fault."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from filingdesk.core.signature import Capacity, Level
from tests.conformance import planted
from tests.conformance.conftest import OfAKind
from tests.conformance.filed import ONE_OF_A_KIND, Filed, bent
from tests.conformance.java import Bench
from tests.conformance.jury import HERE, IN_JAVA, union
from tests.desk.furnished import kind_of

each_kind = pytest.mark.parametrize("example", ONE_OF_A_KIND, ids=kind_of)

WRITTEN_ANEW: dict[planted.Plant, tuple[str, ...]] = {
    planted.no_colour_meant: ("veraPDF PDF/A-3a",),
    planted.a_script: ("veraPDF PDF/A-3a",),
    planted.a_font_left_out: ("veraPDF PDF/A-3a", "veraPDF PDF/UA-1", "pdffonts"),
    planted.a_font_without_text: ("pdffonts",),
    planted.a_figure_without_words: ("veraPDF PDF/UA-1",),
    planted.a_heading_skipped: ("veraPDF PDF/UA-1",),
    planted.a_field_without_a_name: ("veraPDF PDF/UA-1",),
    planted.no_language: ("veraPDF PDF/UA-1",),
    planted.paragraphs_read_backwards: ("pdfinfo",),
    planted.a_sentence_over_the_page: ("pdftotext", "pdfium"),
    planted.a_page_without_its_words: ("pdftotext", "pdfium", "pdfinfo"),
    planted.a_code_painted_over: ("zbarimg",),
    planted.other_data: ("pdfdetach",),
}
AMENDED: dict[Callable[[bytes], bytes], tuple[str, ...]] = {
    planted.table_astray: ("qpdf", "mutool"),
    planted.a_bit_of_a_page: ("DSS", "pdfsig", "openssl cms"),
    planted.another_digest: ("DSS", "pdfsig", "openssl cms"),
    planted.another_time: ("DSS", "openssl ts"),
}


@each_kind
@pytest.mark.parametrize("judge", HERE)
def test_a_judge_finds_nothing_wrong(judge: str, example: Path, of_a_kind: OfAKind) -> None:
    assert HERE[judge](of_a_kind(example)) == []


@each_kind
@pytest.mark.parametrize("judge", IN_JAVA)
def test_a_judge_in_java_finds_nothing_wrong(
    judge: str, example: Path, of_a_kind: OfAKind, bench: Bench
) -> None:
    assert IN_JAVA[judge](of_a_kind(example), bench) == []


def test_kinds_stand_for_every_level_one_signer_and_two(of_a_kind: OfAKind) -> None:
    made = {(filed.signed[-1][1], len(filed.signed)) for filed in map(of_a_kind, ONE_OF_A_KIND)}
    assert made == {(level, signers) for level in Level for signers in (1, 2)}


@pytest.mark.parametrize("plant", WRITTEN_ANEW, ids=lambda plant: plant.__name__)
def test_a_planted_fault_is_found(
    plant: planted.Plant, stamped: Filed, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    content = planted.planted(stamped.pdf.read_bytes(), plant)
    _found(WRITTEN_ANEW[plant], bent(stamped, content, tmp_path), request)


@pytest.mark.parametrize("change", AMENDED, ids=lambda change: change.__name__)
def test_a_changed_byte_is_found(
    change: Callable[[bytes], bytes],
    stamped: Filed,
    tmp_path: Path,
    request: pytest.FixtureRequest,
) -> None:
    content = change(stamped.pdf.read_bytes())
    _found(AMENDED[change], bent(stamped, content, tmp_path), request)


def test_no_judge_is_asleep() -> None:
    caught = {each for judges in (*WRITTEN_ANEW.values(), *AMENDED.values()) for each in judges}
    assert caught == {*HERE, *IN_JAVA}


def test_a_stranger_is_nobody_to_the_union(stamped: Filed, bench: Bench) -> None:
    """Without the root only trust is missing, and that is said."""
    told = bench.judge(stamped.pdf)["signatures"]
    assert [each["intact"] for each in told] == [True]
    assert [(each["indication"], each["subIndication"]) for each in told] == [
        ("INDETERMINATE", "NO_CERTIFICATE_CHAIN_FOUND")
    ]
    assert union(replace(stamped, trusted=()), bench)


def test_two_signers_are_told_apart(of_a_kind: OfAKind, bench: Bench) -> None:
    filed = next(each for each in map(of_a_kind, ONE_OF_A_KIND) if len(each.signed) > 1)
    fields = [each["field"] for each in bench.judge(filed.pdf, filed.trusted)["signatures"]]
    assert fields == [f"Signature-{each}" for each in (Capacity.CITIZEN, Capacity.CENTRE_SEAL)]


def _found(judges: tuple[str, ...], filed: Filed, request: pytest.FixtureRequest) -> None:
    silent = [name for name in judges if name in HERE and not HERE[name](filed)]
    if any(name in IN_JAVA for name in judges):
        bench: Bench = request.getfixturevalue("bench")
        silent += [name for name in judges if name in IN_JAVA and not IN_JAVA[name](filed, bench)]
    assert silent == []
