"""A filing is signed again by others, and stamped later: its files, each beside the ones before."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Add how high a file was raised: until now none was; and a table for later files."""
    for name, before in (("level", "PAdES B-B"), ("lacking", "")):
        op.add_column("filings", sa.Column(name, sa.Text(), nullable=False, server_default=before))
    op.create_table(
        "signings",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("case", sa.Integer(), nullable=False),
        sa.Column("pdf", sa.LargeBinary(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("lacking", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_signings"),
        sa.ForeignKeyConstraint(["case"], ["cases.number"], name="fk_signings_cases"),
    )
    op.create_index("ix_signings_case", "signings", ["case"])
    op.execute(
        "CREATE TRIGGER signings_never_change BEFORE UPDATE ON signings "
        "BEGIN SELECT RAISE(ABORT, 'what has happened does not change'); END"
    )


def downgrade() -> None:
    """Take them away again; the files that were signed first are still there."""
    op.drop_table("signings")
    for name in ("level", "lacking"):
        op.drop_column("filings", name)
