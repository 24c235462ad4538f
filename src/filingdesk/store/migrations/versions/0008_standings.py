"""How urgent each case is, as it was counted last, so that a long list opens at once."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Two tables; of the cases that are there, everything is to be counted."""
    op.create_table(
        "standings",
        sa.Column("case", sa.Integer(), nullable=False),
        sa.Column("since", sa.Text(), nullable=False, server_default=""),
        sa.Column("until", sa.Text(), nullable=False, server_default=""),
        sa.Column("rank", sa.Integer(), nullable=False, server_default="9"),
        sa.Column("day", sa.Text(), nullable=False, server_default="9999-12-31"),
        sa.PrimaryKeyConstraint("case", name="pk_standings"),
        sa.ForeignKeyConstraint(["case"], ["cases.number"], name="fk_standings_cases"),
    )
    op.create_table(
        "due_days",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("case", sa.Integer(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("clock", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_due_days"),
        sa.ForeignKeyConstraint(["case"], ["cases.number"], name="fk_due_days_cases"),
    )
    for column in ("since", "until"):
        op.create_index(f"ix_standings_{column}", "standings", [column])
    op.create_index("ix_due_days_case", "due_days", ["case"])
    for table in ("standings", "due_days"):
        op.create_index(f"ix_{table}_order", table, ["rank", "day", "case"])
    op.execute('INSERT INTO standings ("case") SELECT number FROM cases')


def downgrade() -> None:
    """Count it when it is wanted."""
    for table in ("due_days", "standings"):
        op.drop_table(table)
