"""Large files lie in pieces: what a draft kept becomes part of what was signed as it is."""

from hashlib import sha256

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"

_ORIGINAL = "/original"


def upgrade() -> None:
    """Add three tables; the originals of drafts move there, signed files stay as they are."""
    op.create_table(
        "pieces",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_pieces"),
    )
    op.create_table(
        "draft_originals",
        sa.Column("draft", sa.Text(), nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("piece", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("draft", "file", "place", name="pk_draft_originals"),
        sa.ForeignKeyConstraint(
            ["draft"], ["drafts.id"], name="fk_draft_originals_drafts", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["piece"], ["pieces.number"], name="fk_draft_originals_pieces"),
    )
    op.create_table(
        "signed_pieces",
        sa.Column("case", sa.Integer(), nullable=False),
        sa.Column("signing", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("piece", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("case", "signing", "place", name="pk_signed_pieces"),
        sa.ForeignKeyConstraint(["case"], ["cases.number"], name="fk_signed_pieces_cases"),
        sa.ForeignKeyConstraint(["piece"], ["pieces.number"], name="fk_signed_pieces_pieces"),
    )
    for table in ("draft_originals", "signed_pieces"):
        op.create_index(f"ix_{table}_piece", table, ["piece"])
    for table in ("pieces", "signed_pieces"):
        op.execute(
            f"CREATE TRIGGER {table}_never_change BEFORE UPDATE ON {table} "
            "BEGIN SELECT RAISE(ABORT, 'what has happened does not change'); END"
        )
    _move_originals(op.get_bind())


def downgrade() -> None:
    """Take them away again, with what was signed in them."""
    for table in ("signed_pieces", "draft_originals", "pieces"):
        op.drop_table(table)


def _move_originals(connection: sa.Connection) -> None:
    """They lay among the pages, each under a key that no file has."""
    ours = {"key": f"%{_ORIGINAL}"}
    rows = connection.execute(
        sa.text("SELECT draft, file, jpeg FROM draft_pages WHERE file LIKE :key"), ours
    )
    for number, (draft, file, content) in enumerate(rows.all(), 1):
        piece = {"number": number, "size": len(content), "content": content}
        digest = {"sha256": sha256(content).hexdigest()}
        connection.execute(
            sa.text("INSERT INTO pieces VALUES (:number, :sha256, :size, :content)"),
            piece | digest,
        )
        connection.execute(
            sa.text("INSERT INTO draft_originals VALUES (:draft, :file, 0, :number)"),
            {"draft": draft, "file": file.removesuffix(_ORIGINAL), "number": number},
        )
    for table in ("draft_pages", "draft_files"):
        connection.execute(sa.text(f"DELETE FROM {table} WHERE file LIKE :key"), ours)
