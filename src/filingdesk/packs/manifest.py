"""What a bundle says of itself: the pack, its version, its parents, and every file's hash."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from filingdesk.packs.archive import is_safe, problem
from filingdesk.packs.numbering import is_id, is_version

FORMAT = "filingdesk/pack/1"
_HASH = frozenset("0123456789abcdef")


@dataclass(frozen=True, slots=True)
class Manifest:
    """`files` maps each name to the SHA-256 of its content; `as_of` is an ISO 8601 day."""

    id: str
    version: str
    as_of: str
    parents: tuple[str, ...]
    files: Mapping[str, str]
    format: str = FORMAT


def hash_of(content: bytes) -> str:
    """SHA-256, in lower-case hexadecimal."""
    return sha256(content).hexdigest()


def write_manifest(manifest: Manifest) -> bytes:
    """The bytes that are signed: one value, one writing."""
    text = json.dumps(asdict(manifest), ensure_ascii=False, indent=1, sort_keys=True)
    return f"{text}\n".encode()


def read_manifest(untrusted: bytes) -> Manifest:
    """What the bytes say. Raises UserProblem: bundle-format, bundle-manifest-broken."""
    table = read_table(untrusted, "bundle-manifest-broken")
    if table.get("format") != FORMAT:
        raise problem("bundle-format", known=FORMAT)
    if not _fits(table):
        raise problem("bundle-manifest-broken")
    return Manifest(**{**table, "parents": tuple(table["parents"])})


def read_table(untrusted: bytes, code: str) -> dict[str, Any]:
    """A JSON object in which no key stands twice. Raises UserProblem of that code."""
    try:
        table = json.loads(untrusted.decode(), object_pairs_hook=_once)
    except (ValueError, RecursionError):
        raise problem(code) from None
    if not isinstance(table, dict):
        raise problem(code)
    return table


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    table = dict(pairs)
    if len(table) < len(pairs):
        raise ValueError("a key stands twice")
    return table


def _fits(table: Mapping[str, Any]) -> bool:
    texts = [table.get(key) for key in ("id", "version", "as_of")]
    parents, files = table.get("parents"), table.get("files")
    return (
        table.keys() == set(Manifest.__dataclass_fields__)
        and all(isinstance(each, str) for each in texts)
        and is_id(table["id"])
        and is_version(table["version"])
        and is_day(table["as_of"])
        and isinstance(parents, list)
        and len(parents) <= 1
        and all(isinstance(each, str) and is_id(each) for each in parents)
        and isinstance(files, dict)
        and all(is_safe(name) and _is_hash(each) for name, each in files.items())
    )


def is_day(text: str) -> bool:
    """Whether this is a day as ISO 8601 writes it, 2026-11-01."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _is_hash(value: object) -> bool:
    return isinstance(value, str) and len(value) == 64 and _HASH.issuperset(value)
