"""The statements about originals: the bytes that a person brought, beside the pages made of them.

They are rows of the same two tables, under a key that no file has: no older store need change.
"""

from hashlib import sha256

from sqlalchemy import Connection

from filingdesk.core.answers import AttachedFile
from filingdesk.core.ports import SafeFile
from filingdesk.store import drafts


def keep(connection: Connection, draft: str, file: str, untrusted_content: bytes) -> None:
    """Keep the bytes as they are; nobody here opens them. Raises UserProblem: draft-unknown."""
    digest, size = sha256(untrusted_content).hexdigest(), len(untrusted_content)
    key = AttachedFile(_key(file), 1, digest, size)
    drafts.keep_file(connection, draft, key, SafeFile((untrusted_content,), digest, size))


def one(connection: Connection, draft: str, file: str) -> bytes:
    """The bytes as they came. Raises UserProblem: file-unknown."""
    (untrusted_content,) = drafts.file(connection, draft, _key(file)).pages
    return untrusted_content


def erase(connection: Connection, draft: str, file: str) -> None:
    """The bytes are gone; where there are none, nothing happens."""
    drafts.erase_file(connection, draft, _key(file))


def _key(file: str) -> str:
    """Ids are hexadecimal, so none is like this."""
    return f"{file}/original"
