"""The first shape: drafts with their files, cases with their filings and events, settings."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table."""
    _drafts()
    _cases()
    op.create_table(
        "settings",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_settings"),
    )


def downgrade() -> None:
    """Leave nothing."""
    for table in ("settings", "events", "filings", "cases", "draft_pages", "draft_files", "drafts"):
        op.drop_table(table)


def _drafts() -> None:
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
    op.create_table(
        "draft_files",
        sa.Column("draft", sa.Text(), nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("draft", "file", name="pk_draft_files"),
        sa.ForeignKeyConstraint(
            ["draft"], ["drafts.id"], name="fk_draft_files_drafts", ondelete="CASCADE"
        ),
    )
    op.create_table(
        "draft_pages",
        sa.Column("draft", sa.Text(), nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("jpeg", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("draft", "file", "number", name="pk_draft_pages"),
        sa.ForeignKeyConstraint(
            ["draft", "file"],
            ["draft_files.draft", "draft_files.file"],
            name="fk_draft_pages_draft_files",
            ondelete="CASCADE",
        ),
    )


def _cases() -> None:
    op.create_table(
        "cases",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(collation="NOCASE"), nullable=False),
        sa.Column("reference", sa.Text(collation="NOCASE"), nullable=False),
        sa.Column("jurisdiction", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("authority", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_cases"),
        sa.UniqueConstraint("id", name="uq_cases_id"),
        sa.UniqueConstraint("reference", name="uq_cases_reference"),
    )
    op.create_table(
        "filings",
        sa.Column("case", sa.Integer(), nullable=False),
        sa.Column("filing", sa.LargeBinary(), nullable=False),
        sa.Column("pdf", sa.LargeBinary(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("signer", sa.Text(), nullable=False),
        sa.Column("capacity", sa.Text(), nullable=False),
        sa.Column("signed_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("case", name="pk_filings"),
        sa.ForeignKeyConstraint(["case"], ["cases.number"], name="fk_filings_cases"),
    )
    op.create_table(
        "events",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("case", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_events"),
        sa.ForeignKeyConstraint(["case"], ["cases.number"], name="fk_events_cases"),
    )
    op.create_index("ix_events_case", "events", ["case"])
    for table in ("filings", "events"):
        op.execute(
            f"CREATE TRIGGER {table}_never_change BEFORE UPDATE ON {table} "
            "BEGIN SELECT RAISE(ABORT, 'what has happened does not change'); END"
        )
