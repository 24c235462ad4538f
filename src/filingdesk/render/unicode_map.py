"""Mends what a PDF says its glyphs mean, so that text comes out as it went in.

ReportLab 5.1 writes characters above U+FFFF with five hexadecimal digits, where a ToUnicode CMap
takes UTF-16 (ISO 32000-1, 9.10.3): 𠮷 would be read as something else. It also puts more than 100
entries into a block, which the CMap format does not allow, and gives unused codes a meaning.
"""

import re

import pikepdf

_ENTRY = re.compile(rb"^<([0-9A-F]{2})> <([0-9A-F]{4,})>$", re.MULTILINE)
_BLOCK = 100
_HEAD = b"""/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<00> <FF>
endcodespacerange
"""
_FOOT = b"""endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


def mend_meanings(pdf: pikepdf.Pdf) -> None:
    """Write every ToUnicode CMap of ReportLab's anew."""
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and "/ToUnicode" in item:
            stream = item.ToUnicode
            stream.write(mended(stream.read_bytes()))


def mended(cmap: bytes) -> bytes:
    """The same meanings as UTF-16, in blocks of at most 100; code 0, never drawn, has none."""
    meanings = [(code, int(char, 16)) for code, char in _ENTRY.findall(cmap)]
    entries = [
        b"<%s> <%s>\n" % (code, chr(char).encode("utf-16-be").hex().upper().encode())
        for code, char in meanings
        if char
    ]
    blocks = [entries[start : start + _BLOCK] for start in range(0, len(entries), _BLOCK)]
    return _HEAD + b"".join(map(_block, blocks)) + _FOOT


def _block(entries: list[bytes]) -> bytes:
    return b"%d beginbfchar\n%sendbfchar\n" % (len(entries), b"".join(entries))
