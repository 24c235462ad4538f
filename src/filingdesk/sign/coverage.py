"""Whether the place that a signature leaves out holds the signature and nothing else."""

from asn1crypto import parser
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature


def fills_its_gap(signature: EmbeddedPdfSignature, untrusted_pdf: bytes) -> bool:
    """Whether the signed ranges leave out the signature's own /Contents and no other byte.

    ISO 32000-1, 12.8.1: /ByteRange leaves out the value of /Contents. pyHanko compares lengths
    only: a signature dictionary that is replaced later by one with longer padding, packed into
    a compressed object stream, can make up for bytes added at the end.
    """
    ranges = [int(each) for each in signature.byte_range]
    if len(ranges) != 4 or ranges[0] != 0 or min(ranges) < 0:
        return False
    start, end = ranges[1], ranges[2]
    gap, contents = untrusted_pdf[start:end], signature.pkcs7_content
    if gap[:1] != b"<" or gap[-1:] != b">" or end + ranges[3] > len(untrusted_pdf):
        return False
    padding = contents[parser.peek(contents) :]
    return not padding.strip(b"\0") and gap[1:-1].lower() == contents.hex().encode()
