"""A draft does not keep its kind: that follows from its answers."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Take the column away in place: what points to the table stays."""
    op.drop_column("drafts", "kind")


def downgrade() -> None:
    """Put it in its place again, in a table that is made anew; nobody reads it."""
    op.execute("CREATE TEMP TABLE kept AS SELECT *, '' AS kind FROM drafts")
    op.drop_table("drafts")
    op.create_table(
        "drafts",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("answers", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("page", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("consent", sa.Text(), nullable=False),
        sa.Column("change_from", sa.Text(), nullable=False),
        sa.Column("saved_at", sa.Text()),
        sa.PrimaryKeyConstraint("id", name="pk_drafts"),
    )
    columns = "id, answers, kind, page, language, consent, change_from, saved_at"
    op.execute(f"INSERT INTO drafts ({columns}) SELECT {columns} FROM temp.kept")
    op.execute("DROP TABLE temp.kept")
