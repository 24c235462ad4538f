"""A case knows its document numbers, and is found by one column that is written for searching."""

import json
from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

from filingdesk.core.identifiers import searchable

revision = "0006"
down_revision = "0005"

_PARTS = ("matter", "record", "applicant", "agent", "reasons")
_PAPERS = ("document_number", "ruling_number", "case_number", "basis_number")
_SEARCHED = ("reference", "person", "title", "authority", "document_number")


def upgrade() -> None:
    """Add two columns, and fill them from the filings as they were signed."""
    for column in ("document_number", "searched"):
        op.add_column("cases", sa.Column(column, sa.Text(), nullable=False, server_default=""))
    connection = op.get_bind()
    rows = connection.execute(
        sa.text(
            "SELECT number, reference, person, title, authority, filing "
            'FROM cases LEFT JOIN filings ON filings."case" = cases.number'
        )
    ).mappings()
    change = sa.text(
        "UPDATE cases SET document_number = :document_number, searched = :searched "
        "WHERE number = :number"
    )
    for row in rows.all():
        case = dict(row) | {"document_number": _numbers(row["filing"] or b"{}")}
        lines = (line for column in _SEARCHED for line in str(case[column]).splitlines())
        searched = "\n".join(found for found in map(searchable, lines) if found)
        filled = {"number": case["number"], "document_number": case["document_number"]}
        connection.execute(change, filled | {"searched": searched})
    op.create_index("ix_cases_searched", "cases", ["searched"])


def downgrade() -> None:
    """Take them away again."""
    op.drop_index("ix_cases_searched", "cases")
    for column in ("searched", "document_number"):
        op.drop_column("cases", column)


def _numbers(filing: bytes) -> str:
    """What the answers that name a paper say, one a line."""
    return "\n".join(number for number in _said(filing) if number)


def _said(filing: bytes) -> Iterator[str]:
    try:
        kept = json.loads(filing)
    except ValueError:  # the pages say it still; only the search does not
        return
    parts = [kept.get(part) or {} for part in _PARTS] if isinstance(kept, dict) else []
    for paper in _PAPERS:
        for part in parts:
            value = (part.get(paper) or {}).get("value")
            if isinstance(value, str):
                yield " ".join(value.encode("utf-8", "replace").decode().split())
