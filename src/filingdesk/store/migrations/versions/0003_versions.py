"""A case remembers which versions of its packs it was made under."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add a column; of cases that are there already nobody knows."""
    op.add_column("cases", sa.Column("versions", sa.Text(), nullable=False, server_default=""))


def downgrade() -> None:
    """Take it away again."""
    op.drop_column("cases", "versions")
