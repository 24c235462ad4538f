"""A case remembers which clocks concern it, as its answers decided when it was signed."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add a column; of cases that are there already nobody knows."""
    op.add_column("cases", sa.Column("clocks", sa.Text()))


def downgrade() -> None:
    """Take it away again."""
    op.drop_column("cases", "clocks")
