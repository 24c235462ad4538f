"""One slot of the vault: the data key, wrapped by what a person knows."""

import os
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum, auto

KEY_BYTES = 32
_SALT_BYTES = 16
_NONCE_BYTES = 12
_TAG_BYTES = 16

# RFC 9106, section 4, the second recommended choice: 64 MiB, three passes, four lanes.
_ITERATIONS = 3
_MEMORY_KIB = 64 * 1024
_LANES = 4
# A file that asks for more than this was not written by us, and would only stop the desk.
_MOST_ITERATIONS = 16
_MOST_MEMORY_KIB = 1024 * 1024
_MOST_LANES = 16


class SlotKind(StrEnum):
    """What opens a slot."""

    PASSPHRASE = auto()
    RECOVERY = auto()


class DataKey(bytes):
    """The 32 bytes that encrypt the store; neither its repr nor its text shows them."""

    def __repr__(self) -> str:
        return "DataKey(…)"

    __str__ = __repr__


@dataclass(frozen=True, slots=True)
class Slot:
    """A wrapped data key, and how the key that wraps it is derived (memory in KiB)."""

    kind: SlotKind
    salt: bytes
    iterations: int
    memory: int
    lanes: int
    nonce: bytes
    wrapped: bytes

    def __post_init__(self) -> None:
        fits = (
            len(self.salt) == _SALT_BYTES
            and len(self.nonce) == _NONCE_BYTES
            and len(self.wrapped) == KEY_BYTES + _TAG_BYTES
            and 0 < self.iterations <= _MOST_ITERATIONS
            and 0 < self.lanes <= _MOST_LANES
            and 8 * self.lanes <= self.memory <= _MOST_MEMORY_KIB
        )
        if not fits:
            raise ValueError("not a slot")


def wrap(kind: SlotKind, secret: bytes, key: DataKey) -> Slot:
    """A new slot; every one has its own salt and nonce."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    empty = Slot(
        kind,
        os.urandom(_SALT_BYTES),
        _ITERATIONS,
        _MEMORY_KIB,
        _LANES,
        os.urandom(_NONCE_BYTES),
        bytes(KEY_BYTES + _TAG_BYTES),
    )
    wrapped = AESGCM(_derived(empty, secret)).encrypt(empty.nonce, bytes(key), _bound(empty))
    return Slot(kind, empty.salt, empty.iterations, empty.memory, empty.lanes, empty.nonce, wrapped)


def unwrap(slot: Slot, secret: bytes) -> DataKey | None:
    """The data key, or None when the secret is not this slot's."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return DataKey(
            AESGCM(_derived(slot, secret)).decrypt(slot.nonce, slot.wrapped, _bound(slot))
        )
    except InvalidTag:
        return None


def _derived(slot: Slot, secret: bytes) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    return Argon2id(
        salt=slot.salt,
        length=KEY_BYTES,
        iterations=slot.iterations,
        lanes=slot.lanes,
        memory_cost=slot.memory,
    ).derive(secret)


def _bound(slot: Slot) -> bytes:
    """What the wrap vouches for beside the key: nobody can turn one kind of slot into another."""
    return f"filingdesk slot 1 {slot.kind} {slot.iterations} {slot.memory} {slot.lanes}".encode()


def slot_out(slot: Slot) -> dict[str, object]:
    """A slot as JSON."""
    return {
        "kind": slot.kind.value,
        "derivation": "argon2id",
        "salt": b64encode(slot.salt).decode(),
        "iterations": slot.iterations,
        "memory": slot.memory,
        "lanes": slot.lanes,
        "cipher": "aes-256-gcm",
        "nonce": b64encode(slot.nonce).decode(),
        "wrapped": b64encode(slot.wrapped).decode(),
    }


def slot_in(row: Mapping[str, object]) -> Slot:
    """A slot from JSON. Raises KeyError or ValueError when it is none of ours."""
    if (row["derivation"], row["cipher"]) != ("argon2id", "aes-256-gcm"):
        raise ValueError("not a slot")
    return Slot(
        SlotKind(str(row["kind"])),
        b64decode(str(row["salt"]), validate=True),
        int(str(row["iterations"])),
        int(str(row["memory"])),
        int(str(row["lanes"])),
        b64decode(str(row["nonce"]), validate=True),
        b64decode(str(row["wrapped"]), validate=True),
    )
