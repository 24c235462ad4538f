"""What comes back for a case is kept with it: receipts, replies, pictures of papers."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0009"


def upgrade() -> None:
    """Add a table whose rows never change."""
    op.create_table(
        "case_files",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("case", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("signer", sa.Text(), nullable=False),
        sa.Column("day", sa.Text()),
        sa.Column("kept_at", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_case_files"),
        sa.ForeignKeyConstraint(["case"], ["cases.number"], name="fk_case_files_cases"),
    )
    op.create_index("ix_case_files_case", "case_files", ["case"])
    op.execute(
        "CREATE TRIGGER case_files_never_change BEFORE UPDATE ON case_files "
        "BEGIN SELECT RAISE(ABORT, 'what has happened does not change'); END"
    )


def downgrade() -> None:
    """Take it away again."""
    op.drop_table("case_files")
