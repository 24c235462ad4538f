"""A time stamp laid into the room that a signature kept for it; no signed byte changes."""

import hashlib

from asn1crypto import cms, parser
from pyhanko.sign.general import simple_cms_attribute
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from filingdesk.sign.authorities import Authorities

_STAMP = "signature_time_stamp_token"

# From ContentInfo over its content, SignedData and its signers down to the one who signed; his
# unsigned attributes stand last, under the tag [1] (RFC 5652, 3 and 5).
_DOWN = 4
_UNSIGNED = (2, 1, 1)


def has_stamp(signature: EmbeddedPdfSignature) -> bool:
    """Whether the signature carries a time stamp, whatever it is worth."""
    return any(each["type"].native == _STAMP for each in signature.signer_info["unsigned_attrs"])


async def stamp_for(signature: EmbeddedPdfSignature, authorities: Authorities) -> cms.ContentInfo:
    """A stamp over the signature's value (RFC 3161, appendix A). Raises NoAnswerError."""
    value = signature.signer_info["signature"].native
    return await authorities.async_timestamp(hashlib.sha256(value).digest(), "sha256")


def stamped(pdf: bytes, signature: EmbeddedPdfSignature, stamp: cms.ContentInfo) -> bytes | None:
    """The PDF with the stamp as an unsigned attribute; None when it does not fit.

    Only for a signature that no later one covers.
    """
    attribute = simple_cms_attribute(_STAMP, stamp).dump()
    digits = _with(signature.pkcs7_content, attribute).hex().encode()
    _, start, end, _ = (int(each) for each in signature.byte_range)
    room = end - start - 2
    if len(digits) > room:
        return None
    return pdf[:start] + b"<" + digits.ljust(room, b"0") + b">" + pdf[end:]


def _with(encoded: bytes, attribute: bytes, down: int = _DOWN) -> bytes:
    """CMS with one more unsigned attribute, every other byte as it was.

    asn1crypto would write all of it anew, and takes half a minute where the length of a part ends
    in 0x80: it looks indefinite to it.
    """
    *kind, _, content, _ = parser.parse(encoded)
    members = _members(content)
    if down:
        members[-1] = _with(members[-1], attribute, down - 1)
    else:
        *last, _, inside, _ = parser.parse(members[-1])
        attributes = [attribute]
        if tuple(last) == _UNSIGNED:
            attributes += _members(inside)
            members.pop()
        members.append(parser.emit(*_UNSIGNED, b"".join(sorted(attributes))))
    return bytes(parser.emit(*kind, b"".join(members)))


def _members(content: bytes) -> list[bytes]:
    members = []
    while content:
        size = parser.peek(content)
        members.append(content[:size])
        content = content[size:]
    return members
