"""What a PDF says its glyphs mean is mended where ReportLab gets it wrong."""

from reportlab.pdfbase.ttfonts import makeToUnicodeCMap

from filingdesk.render.unicode_map import mended


def test_a_character_beyond_the_first_plane_is_written_in_utf_16() -> None:
    cmap = makeToUnicodeCMap("AAAAAA+Face", [0, ord("野"), ord("𠮷")])
    assert "<02> <20BB7>" in cmap  # the fault
    assert mended(cmap.encode()).splitlines()[-8:-4] == [
        b"2 beginbfchar",
        b"<01> <91CE>",
        b"<02> <D842DFB7>",
        b"endbfchar",
    ]


def test_no_block_has_more_than_a_hundred_entries_and_none_is_lost() -> None:
    codes = [0, *range(0x4E00, 0x4EFF)]
    lines = mended(makeToUnicodeCMap("AAAAAA+Face", codes).encode()).splitlines()
    assert [line for line in lines if line.endswith(b"beginbfchar")] == [
        b"100 beginbfchar",
        b"100 beginbfchar",
        b"55 beginbfchar",
    ]
    assert [line for line in lines if line.startswith(b"<") and b"> <4E" in line] == [
        b"<%02X> <%04X>" % (place, code) for place, code in enumerate(codes) if code
    ]
