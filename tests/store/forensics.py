"""Reading an encrypted store page by page with the key in hand, as an examiner would.

SQLCipher 4: pages of 4096 bytes, AES-256-CBC; the last 80 bytes of a page are its IV (16) and its
HMAC (64); the first 16 bytes of the first page are the salt. Nothing of ours is used.
"""

from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE, IV, HMAC, SALT = 4096, 16, 64, 16
LOG_HEADER, FRAME_HEADER = 32, 24


def all_that_can_be_read(folder: Path, key: bytes) -> bytes:
    """Every page of the file and every frame of its write-ahead log, decrypted, free ones too."""
    file = (folder / "store.db").read_bytes()
    log = (folder / "store.db-wal").read_bytes()
    pages = [file[at : at + PAGE] for at in range(0, len(file), PAGE)]
    return b"".join(
        [_page(page, key, is_first=number == 0) for number, page in enumerate(pages)]
        + [_page(page, key, is_first=number == 1) for number, page in _frames(log)]
    )


def _frames(log: bytes) -> Iterator[tuple[int, bytes]]:
    for at in range(LOG_HEADER, len(log), FRAME_HEADER + PAGE):
        content = at + FRAME_HEADER
        yield int.from_bytes(log[at : at + 4], "big"), log[content : content + PAGE]


def _page(page: bytes, key: bytes, is_first: bool) -> bytes:
    start, end = SALT if is_first else 0, PAGE - IV - HMAC
    reader = Cipher(algorithms.AES(key), modes.CBC(page[end : end + IV])).decryptor()
    return reader.update(page[start:end]) + reader.finalize()
