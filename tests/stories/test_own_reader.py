"""An agency writes a reader of its own from docs/agency.md: nothing of filingdesk is in it."""

import hashlib
import json
from pathlib import Path

import base45
import pikepdf
import pypdfium2
import zxingcpp
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from tests.cli.shell import Shell
from tests.desk.furnished import example

ALPHABET = "23456789ABCDEFGHJKLMNPRSTUVWXY"


def test_the_square_code_is_read_as_the_page_for_agencies_says(
    shell: Shell, tmp_path: Path
) -> None:
    file = tmp_path / "filing.pdf"
    assert shell("file", example("cn-tianjin/tianjin-wrong"), "-o", file).code == 0
    with pikepdf.open(file) as pdf:
        data = json.loads(pdf.attachments["filing.json"].get_file().read_bytes())

    bare = data | {"code": None, "strokes": []}
    text = json.dumps(bare, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    digest = hashlib.sha256(text.encode()).digest()

    [first, *_] = pypdfium2.PdfDocument(file)
    picture = first.render(scale=150 / 72).to_pil()
    [square] = zxingcpp.read_barcodes(picture)
    assert square.text == data["code"]["content"]
    content = base45.b45decode(square.text)
    assert len(content) == 80
    assert data["reference"].replace("-", "")[2:10].encode() == content[:8]
    assert content[8:16] == digest[:8]
    key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(data["code"]["key"]))
    key.verify(content[16:], b"filingdesk/code/1\0" + content[:8] + digest)

    number, signs = int.from_bytes(digest, "big"), ""
    for _ in range(8):
        number, place = divmod(number, 30)
        signs += ALPHABET[place]
    assert data["code"]["check"] == f"{signs[:4]}-{signs[4:]}"
    assert data["code"]["check"] in first.get_textpage().get_text_range()
