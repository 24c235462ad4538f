"""A time stamp joins a signature that is there already: not one byte of it may change."""

import pytest
from asn1crypto import cms, parser
from pyhanko.sign.general import simple_cms_attribute

from filingdesk.sign.gap import _with

ATTRIBUTE = simple_cms_attribute(
    "signature_time_stamp_token",
    cms.ContentInfo(
        {
            "content_type": "data",
            "content": b"a stamp",
        }
    ),
)
SIGNED_ATTRIBUTES = (0xA0,)


def a_signature(size: int) -> tuple[bytes, bytes]:
    """CMS whose signed attributes are `size` bytes long, and those, header and all.

    Some tokens write them in the order in which they were made (BER), and not sorted.
    """
    described = cms.CMSAttribute({"type": "content_type", "values": ["data"]}).dump()
    empty = cms.CMSAttribute({"type": "message_digest", "values": [b""]}).dump()
    for length in range(size):
        digest = cms.CMSAttribute({"type": "message_digest", "values": [bytes(length)]}).dump()
        if len(digest) + len(described) == size:
            break
    else:
        raise AssertionError(f"no digest makes {size} bytes, of which {len(empty)} are its head")
    attributes = parser.emit(2, 1, 0, digest + described)
    info = cms.SignerInfo(
        {
            "version": "v1",
            "sid": cms.SignerIdentifier("subject_key_identifier", b"somebody"),
            "digest_algorithm": {"algorithm": "sha256"},
            "signature_algorithm": {"algorithm": "sha256_rsa"},
            "signature": b"\7" * 256,
        }
    ).dump()
    *_, members, _ = parser.parse(info)
    parts = []
    while members:
        length = parser.peek(members)
        parts.append(members[:length])
        members = members[length:]
    signer = parser.emit(0, 1, 16, b"".join((*parts[:3], attributes, *parts[3:])))
    data = cms.SignedData(
        {
            "version": "v1",
            "digest_algorithms": [{"algorithm": "sha256"}],
            "encap_content_info": {"content_type": "data"},
            "signer_infos": [cms.SignerInfo.load(signer)],
        }
    )
    whole = cms.ContentInfo({"content_type": "signed_data", "content": data}).dump()
    assert attributes in whole
    return whole, attributes


def as_a_library_would(encoded: bytes) -> bytes:
    """The naive way: look at what was signed, set the attribute, write it all."""
    info = cms.ContentInfo.load(encoded)
    [signer] = info["content"]["signer_infos"]
    assert signer["signed_attrs"].native
    signer["unsigned_attrs"] = cms.CMSAttributes([ATTRIBUTE])
    return bytes(info.dump())


@pytest.mark.parametrize("size", [0x7F, 0x80, 0x81, 0x180, 0x280])
def test_what_was_signed_stays_as_it_was_whatever_its_length(size: int) -> None:
    encoded, attributes = a_signature(size)
    stamped = _with(encoded, ATTRIBUTE.dump())
    assert attributes in stamped
    [signer] = cms.ContentInfo.load(stamped)["content"]["signer_infos"]
    assert signer["unsigned_attrs"][0]["type"].native == "signature_time_stamp_token"
    assert signer["signature"].native == b"\7" * 256


@pytest.mark.parametrize("size", [0x80, 0x180, 0x280])
def test_a_length_that_ends_in_0x80_is_not_taken_for_an_open_one(size: int) -> None:
    """asn1crypto writes such a part anew, sorted, and the signature over it is broken."""
    encoded, attributes = a_signature(size)
    assert attributes[: attributes.index(b"\x80") + 1] in (b"\xa0\x81\x80", attributes[:4])
    assert attributes not in as_a_library_would(encoded)
    assert attributes in _with(encoded, ATTRIBUTE.dump())


@pytest.mark.parametrize("size", [0x7F, 0x81, 0x17F])
def test_at_any_other_length_the_library_leaves_it_alone(size: int) -> None:
    encoded, attributes = a_signature(size)
    assert attributes in as_a_library_would(encoded)


def test_a_splice_may_make_such_a_length_itself_and_is_read_again() -> None:
    """The second stamp finds a signer whose length the first one made end in 0x80."""
    found = set()
    encoded, attributes = a_signature(0x80)
    for length in range(256):
        stamp = cms.ContentInfo({"content_type": "data", "content": bytes(length)})
        own = simple_cms_attribute("signature_time_stamp_token", stamp).dump()
        once = _with(encoded, own)
        [signer] = cms.ContentInfo.load(once)["content"]["signer_infos"]
        if signer.dump()[3] != 0x80 or signer.dump()[1] != 0x82:
            continue
        found.add(length)
        twice = _with(once, ATTRIBUTE.dump())
        assert attributes in twice
        [signer] = cms.ContentInfo.load(twice)["content"]["signer_infos"]
        assert len(signer["unsigned_attrs"]) == 2
    assert found
