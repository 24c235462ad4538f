"""The tables of the store. Days and times are ISO 8601 text: nothing is lost or converted."""

from sqlalchemy import (
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
    }
)

drafts = Table(
    "drafts",
    metadata,
    Column("id", Text, primary_key=True),
    Column("answers", Text, nullable=False),
    Column("page", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("consent", Text, nullable=False),
    Column("change_from", Text, nullable=False),
    Column("saved_at", Text),
)

draft_files = Table(
    "draft_files",
    metadata,
    Column("draft", ForeignKey("drafts.id", ondelete="CASCADE"), primary_key=True),
    Column("file", Text, primary_key=True),
    Column("sha256", Text, nullable=False),
    Column("size", Integer, nullable=False),
)

draft_pages = Table(
    "draft_pages",
    metadata,
    Column("draft", Text, primary_key=True),
    Column("file", Text, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("jpeg", LargeBinary, nullable=False),
    ForeignKeyConstraint(
        ["draft", "file"], ["draft_files.draft", "draft_files.file"], ondelete="CASCADE"
    ),
)

# A megabyte of a file at most; a row never changes, and goes when no file has it any more.
pieces = Table(
    "pieces",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("sha256", Text, nullable=False),
    Column("size", Integer, nullable=False),
    # Last, so that the rest of a row is read without it.
    Column("content", LargeBinary, nullable=False),
)

# The bytes that a person brought, beside the pages made of them.
draft_originals = Table(
    "draft_originals",
    metadata,
    Column("draft", ForeignKey("drafts.id", ondelete="CASCADE"), primary_key=True),
    Column("file", Text, primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("piece", ForeignKey("pieces.number"), nullable=False, index=True),
)

cases = Table(
    "cases",
    metadata,
    # Grows by one with every case: the order in which they were opened, whatever the clock said.
    Column("number", Integer, primary_key=True),
    Column("id", Text(collation="NOCASE"), nullable=False, unique=True),
    Column("reference", Text(collation="NOCASE"), nullable=False, unique=True),
    Column("jurisdiction", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("authority", Text, nullable=False),
    # The versions of the packs that it was made under, as JSON; empty for older cases.
    Column("versions", Text, nullable=False, server_default=""),
    # The ids of the clocks that concern it, as JSON; nothing for older cases.
    Column("clocks", Text),
    # The numbers of the papers that it is about, as written, one a line.
    Column("document_number", Text, nullable=False, server_default=""),
    # What it is found by, as `identifiers.searchable` writes it. The index holds all of it, so
    # that a search reads nothing else.
    Column("searched", Text, nullable=False, server_default="", index=True),
)

filings = Table(
    "filings",
    metadata,
    Column("case", ForeignKey("cases.number"), primary_key=True),
    Column("filing", LargeBinary, nullable=False),
    # How the file begins: all of an older one, nothing of one that lies in pieces.
    Column("pdf", LargeBinary, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("signer", Text, nullable=False),
    Column("capacity", Text, nullable=False),
    Column("signed_at", Text, nullable=False),
    Column("level", Text, nullable=False, server_default="PAdES B-B"),
    # Why it is lower than was asked for; empty otherwise.
    Column("lacking", Text, nullable=False, server_default=""),
)

signings = Table(
    "signings",
    metadata,
    # Grows by one with every later file of any case.
    Column("number", Integer, primary_key=True),
    Column("case", ForeignKey("cases.number"), nullable=False, index=True),
    Column("pdf", LargeBinary, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("level", Text, nullable=False),
    Column("lacking", Text, nullable=False),
)

# The pieces of a signed file in their order, behind what its row holds.
signed_pieces = Table(
    "signed_pieces",
    metadata,
    Column("case", ForeignKey("cases.number"), primary_key=True),
    # The number of a later file; 0 for the one that was signed first.
    Column("signing", Integer, primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("piece", ForeignKey("pieces.number"), nullable=False, index=True),
)

case_files = Table(
    "case_files",
    metadata,
    # Grows by one with every file that comes back for any case.
    Column("number", Integer, primary_key=True),
    Column("case", ForeignKey("cases.number"), nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("signer", Text, nullable=False),
    # The day of its signature, where there is one.
    Column("day", Text),
    Column("kept_at", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
)

events = Table(
    "events",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("case", ForeignKey("cases.number"), nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("day", Text, nullable=False),
    Column("recorded_at", Text, nullable=False),
    Column("note", Text, nullable=False),
    # The clock that the event is about, empty where it is about the case; a day that it names.
    Column("clock", Text, nullable=False, server_default=""),
    Column("until", Text),
)

shown_dates = Table(
    "shown_dates",
    metadata,
    Column("case", ForeignKey("cases.number"), primary_key=True),
    Column("clock", Text, primary_key=True),
    Column("event", Text, nullable=False),
    Column("due_on", Text, nullable=False),
    Column("calendar", Text, nullable=False),
)

# The answers of a draft that came too early, at the person's wish; files are not kept.
reminders = Table(
    "reminders",
    metadata,
    Column("id", Text, primary_key=True),
    Column("day", Text, nullable=False),
    Column("jurisdiction", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("contact", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("answers", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("consent", Text, nullable=False),
    Column("made_at", Text, nullable=False),
)

# How urgent a case is, as it was counted last. All of it can be counted anew: it is kept so that a
# long list opens at once. A day of 9999 is none, a day that is empty comes before every other.

standings = Table(
    "standings",
    metadata,
    Column("case", ForeignKey("cases.number"), primary_key=True),
    # The days from and until which it holds; empty where it must be counted anew.
    Column("since", Text, nullable=False, server_default="", index=True),
    Column("until", Text, nullable=False, server_default="", index=True),
    Column("rank", Integer, nullable=False, server_default="9"),
    Column("day", Text, nullable=False, server_default="9999-12-31"),
)
Index("ix_standings_order", standings.c.rank, standings.c.day, standings.c.case)

due_days = Table(
    "due_days",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("case", ForeignKey("cases.number"), nullable=False, index=True),
    Column("rank", Integer, nullable=False),
    Column("day", Text, nullable=False),
    # The clock that sets the day; empty where none does.
    Column("clock", Text, nullable=False),
)
Index("ix_due_days_order", due_days.c.rank, due_days.c.day, due_days.c.case)

settings = Table(
    "settings",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", LargeBinary, nullable=False),
)
