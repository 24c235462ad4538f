"""Events name their clock; a case remembers the last days that it showed, and by which calendar."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add two columns in place: the triggers of the table stay."""
    op.add_column("events", sa.Column("clock", sa.Text(), nullable=False, server_default=""))
    op.add_column("events", sa.Column("until", sa.Text()))
    op.create_table(
        "shown_dates",
        sa.Column("case", sa.Integer(), nullable=False),
        sa.Column("clock", sa.Text(), nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Text(), nullable=False),
        sa.Column("calendar", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("case", "clock", name="pk_shown_dates"),
        sa.ForeignKeyConstraint(["case"], ["cases.number"], name="fk_shown_dates_cases"),
    )


def downgrade() -> None:
    """Take them away again."""
    op.drop_table("shown_dates")
    for column in ("until", "clock"):
        op.drop_column("events", column)
