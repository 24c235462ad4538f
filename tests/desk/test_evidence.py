"""Who brings the page of their record: every claim about it leads to that exhibit."""

from pathlib import Path

import pytest

from filingdesk.core.document import Table
from filingdesk.core.pack import FilingKind, Pack
from filingdesk.desk import Desk
from tests.desk.furnished import FILINGS, answers_of, example, kind_of, name_of, no_file
from tests.desk.test_render_again import photo

SHOWS = {
    "objection": "record-page",
    "bank-objection": "credit-report",
    "court-correction": "list-page",
    "government-correction": "information-copy",
}
"""The kinds whose letter has the table of what is wrong, and the paper that shows the entry."""
CLAIMING = [each for each in FILINGS if kind_of(each) in SHOWS]


def test_the_person_of_the_demo_brings_the_page_and_the_table_names_it(desk: Desk) -> None:
    draft = desk.begin_from(answers_of(desk, example("cn-tianjin/tianjin-expired")), no_file)
    draft = desk.attach(draft, "record-page", photo("white"))
    [page] = [each for each in desk.assemble(draft).exhibits if each.material.id == "record-page"]
    tables = [each for each in desk.document(draft).blocks if isinstance(each, Table)]
    [statement] = [each for each in tables if "证据" in each.head and "请求" in each.head]
    place = statement.head.index("证据")
    assert [row[place].text for row in statement.rows] == [str(page.number)]


@pytest.mark.parametrize("path", CLAIMING, ids=name_of)
def test_in_every_example_each_row_names_the_page_that_shows_the_entry(
    desk: Desk, path: Path
) -> None:
    draft = desk.begin_from(answers_of(desk, path), no_file)
    page = SHOWS[kind_of(path)]
    draft = desk.attach(draft, page, photo("white"))
    filing = desk.assemble(draft)
    [shown] = [each.number for each in filing.exhibits if each.material.id == page]
    assert filing.rows
    assert all(shown in row.exhibits for row in filing.rows)


def packs(desk: Desk) -> list[Pack]:
    shelf = desk.doors.shelf
    return [shelf.pack(each) for each in shelf.jurisdictions()]


def test_no_ground_of_any_place_is_left_without_it(desk: Desk) -> None:
    for pack in packs(desk):
        for name, page in SHOWS.items():
            kind: FilingKind = pack.kinds[name]
            [material] = [each for each in kind.materials if each.id == page]
            left = [each.id for each in kind.grounds if not material.supports(each.id)]
            assert left == [], f"{pack.id}/{name}"


def test_a_kind_with_such_a_table_is_one_of_these(desk: Desk) -> None:
    for pack in packs(desk):
        found = {
            name for name, kind in pack.kinds.items() if "[statement]" in kind.template.splitlines()
        }
        assert found == {*SHOWS}, pack.id
