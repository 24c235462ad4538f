"""Who came too early is reminded of the first day."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_TEXTS = (
    "day",
    "jurisdiction",
    "kind",
    "person",
    "contact",
    "title",
    "answers",
    "language",
    "consent",
    "made_at",
)


def upgrade() -> None:
    """Add a table."""
    op.create_table(
        "reminders",
        sa.Column("id", sa.Text(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in _TEXTS),
        sa.PrimaryKeyConstraint("id", name="pk_reminders"),
    )


def downgrade() -> None:
    """Take it away again."""
    op.drop_table("reminders")
