"""The vault: a random data key in a small file, opened by a passphrase or by the recovery code."""

import hashlib
import hmac
import json
import os
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from filingdesk.core.problem import UserProblem
from filingdesk.store import recovery
from filingdesk.store.files import (
    KEYS,
    disk_problem,
    exists,
    private_folder,
    problem,
    write_whole,
)
from filingdesk.store.recovery import RecoveryCode
from filingdesk.store.slots import (
    KEY_BYTES,
    DataKey,
    Slot,
    SlotKind,
    slot_in,
    slot_out,
    unwrap,
    wrap,
)

VERSION = 1
LEAST = 10
"""Characters of a passphrase. Length is all that is asked: NIST SP 800-63B, section 5.1.1.2."""


@dataclass(frozen=True, slots=True)
class _Vault:
    """`mark` is a keyed hash of nothing secret: it tells whose data key a key is."""

    slots: tuple[Slot, ...]
    mark: str


def create_vault(folder: Path, passphrase: str) -> tuple[DataKey, RecoveryCode]:
    """A new data key, and the recovery code to be kept on paper: it is shown this once.

    Raises UserProblem: vault-exists, passphrase-too-short, disk-full, store-not-writable.
    """
    if exists(folder):
        raise problem("vault-exists")
    secret = _new_secret(passphrase)
    private_folder(folder)
    key, code = DataKey(os.urandom(KEY_BYTES)), recovery.new_code()
    slots = (
        wrap(SlotKind.PASSPHRASE, secret, key),
        wrap(SlotKind.RECOVERY, _code_secret(code), key),
    )
    write_whole(folder / KEYS, _out(_Vault(slots, _mark(key))))
    return key, code


def unlock(folder: Path, proof: str) -> DataKey:
    """The data key, for the passphrase or for the recovery code.

    Raises UserProblem: passphrase-wrong, recovery-code-mistyped, vault-damaged, store-too-new,
    store-not-writable.
    """
    return _opened(_read(folder), proof)


def change_passphrase(folder: Path, proof: str, new: str) -> None:
    """A new passphrase in place of the old; the data key and the recovery code stay.

    Raises UserProblem as `unlock`, and passphrase-too-short, disk-full, store-not-writable.
    """
    vault = _read(folder)
    secret = _new_secret(new)
    _replace(folder, vault, wrap(SlotKind.PASSPHRASE, secret, _opened(vault, proof)))


def renew_code(folder: Path, proof: str) -> RecoveryCode:
    """A new recovery code, shown this once; the one before opens nothing any more.

    Raises UserProblem as `unlock`, and disk-full, store-not-writable: then the old code stays.
    """
    vault = _read(folder)
    code = recovery.new_code()
    _replace(folder, vault, wrap(SlotKind.RECOVERY, _code_secret(code), _opened(vault, proof)))
    return code


def is_key_of(folder: Path, key: bytes) -> bool:
    """Whether this is the data key of the vault in the folder, as far as its file can tell."""
    try:
        text = (folder / KEYS).read_bytes()
        return hmac.compare_digest(_in(text).mark, _mark(key))
    except (OSError, ValueError, KeyError, TypeError, UserProblem):
        return False


def _replace(folder: Path, vault: _Vault, new: Slot) -> None:
    """Keep a slot in place of those of its kind."""
    others = (slot for slot in vault.slots if slot.kind is not new.kind)
    slots = sorted((new, *others), key=lambda slot: slot.kind)
    write_whole(folder / KEYS, _out(_Vault(tuple(slots), vault.mark)))


def _opened(vault: _Vault, proof: str) -> DataKey:
    if recovery.is_code(proof):
        key = _first_opened(vault, SlotKind.RECOVERY, _code_secret(proof))
        if key is not None:
            return key
    key = _first_opened(vault, SlotKind.PASSPHRASE, _secret(proof))
    if key is not None:
        return key
    mistyped = recovery.looks_like_code(proof) and not recovery.is_code(proof)
    raise problem("recovery-code-mistyped" if mistyped else "passphrase-wrong")


def _first_opened(vault: _Vault, kind: SlotKind, secret: bytes) -> DataKey | None:
    keys = (unwrap(slot, secret) for slot in vault.slots if slot.kind is kind)
    return next((key for key in keys if key is not None), None)


def _new_secret(passphrase: str) -> bytes:
    if len(unicodedata.normalize("NFKC", passphrase)) < LEAST:
        raise problem("passphrase-too-short", least=str(LEAST))
    return _secret(passphrase)


def _secret(passphrase: str) -> bytes:
    """The same bytes whichever way an input method composed the same signs."""
    return unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")


def _code_secret(code: str) -> bytes:
    return recovery.bare(code).encode()


def _mark(key: bytes) -> str:
    return hmac.digest(key, b"filingdesk vault 1", "sha256").hex()


def _read(folder: Path) -> _Vault:
    try:
        text = (folder / KEYS).read_bytes()
    except FileNotFoundError:
        raise problem("vault-damaged") from None
    except OSError as fault:
        raise disk_problem(fault) from None
    try:
        return _in(text)
    except (ValueError, KeyError, TypeError):
        raise problem("vault-damaged") from None


def _out(vault: _Vault) -> bytes:
    rows = [slot_out(slot) for slot in vault.slots]
    whole = {"version": VERSION, "mark": vault.mark, "slots": rows}
    return json.dumps(whole | {"check": _check(vault.mark, rows)}, indent=1).encode()


def _in(text: bytes) -> _Vault:
    """Raises KeyError, TypeError or ValueError for what we did not write, else store-too-new."""
    whole = json.loads(text)
    if not isinstance(whole, dict):
        raise ValueError("not a vault")
    version = whole["version"]
    if isinstance(version, int) and version > VERSION:
        raise problem("store-too-new")
    mark, rows = whole["mark"], whole["slots"]
    if not isinstance(mark, str) or whole["check"] != _check(mark, rows):
        raise ValueError("not a vault")
    return _Vault(tuple(slot_in(row) for row in rows), mark)


def _check(mark: str, rows: Sequence[object]) -> str:
    """A plain hash: a flipped bit must not be told as a wrong passphrase."""
    text = json.dumps([VERSION, mark, rows], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()
