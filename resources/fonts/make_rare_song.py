"""Makes RareSong.ttf: the characters of HanaMinA and HanaMinB that the Noto faces lack.

    python3 -m pip install fonttools
    python3 make_rare_song.py /usr/share/fonts/truetype/hanazono

Both are brought to 1000 units per em, as the Noto faces are: ReportLab 5.1 writes wrong widths into
the subset of a face that has another number and fewer metrics than glyphs.
"""

import sys
import unicodedata
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

HERE = Path(__file__).parent
NAME = "Filingdesk Rare Song"  # the old names are reserved by the licence
NOT_PRINTED = {"Cc", "Cf", "Cn", "Co", "Cs", "Mc", "Me", "Mn"}

# Of HanaMinA: signs of everyday texts, ideographs for compatibility.
SIGNS = (
    range(0x2010, 0x2800),
    range(0xF900, 0xFB00),
    range(0xFE30, 0xFFF0),
    range(0x2F800, 0x2FA20),
)


def characters(face: TTFont) -> set[int]:
    """The code points that a face can print and that have a meaning of their own."""
    return {
        code for code in face.getBestCmap() if unicodedata.category(chr(code)) not in NOT_PRINTED
    }


def cut(path: Path, wanted: set[int]) -> TTFont:
    """A face with the wanted characters only, upright, without hints, 1000 units per em."""
    face = TTFont(path, recalcTimestamp=False)
    options = Options()
    options.hinting = False
    options.layout_features = []
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.glyph_names = False
    options.drop_tables += ["BASE", "FFTM", "GDEF", "gasp", "prop", "vhea", "vmtx"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(face)
    scale_upem(face, 1000)
    return face


def add(target: TTFont, other: TTFont) -> None:
    """Put the other face's glyphs behind the target's."""
    order = list(target.getGlyphOrder())
    for code, glyph in sorted(other.getBestCmap().items()):
        outline = other["glyf"][glyph]
        if outline.isComposite():
            raise ValueError(f"U+{code:04X} is composed of other glyphs")
        name = f"sign{code:05X}"
        order.append(name)
        target["glyf"].glyphs[name] = outline
        target["hmtx"][name] = other["hmtx"][glyph]
        for table in target["cmap"].tables:
            if table.format == 12 or code <= 0xFFFF:
                table.cmap[code] = name
    target.setGlyphOrder(order)
    target["glyf"].setGlyphOrder(order)


def rename(face: TTFont) -> None:
    """Give the face its own name; copyright and licence stay."""
    names = face["name"]
    for record in list(names.names):
        if record.nameID in (1, 3, 4, 6, 16, 18):
            names.removeNames(nameID=record.nameID)
    for number, text in ((1, NAME), (3, NAME), (4, NAME), (6, NAME.replace(" ", ""))):
        names.setName(text, number, 3, 1, 0x409)


def make(hanazono: Path) -> None:
    """Write RareSong.ttf beside this file."""
    noto = set[int]()
    for name in ("NotoSerifSC-Regular.ttf", "NotoSerif-Regular.ttf"):
        noto |= characters(TTFont(HERE / name, lazy=True))
    b = characters(TTFont(hanazono / "HanaMinB.ttf", lazy=True)) - noto
    a = characters(TTFont(hanazono / "HanaMinA.ttf", lazy=True)) - noto - b
    face = cut(hanazono / "HanaMinB.ttf", b)
    signs = {code for code in a if any(code in block for block in SIGNS)}
    add(face, cut(hanazono / "HanaMinA.ttf", signs))
    rename(face)
    face.save(HERE / "RareSong.ttf")
    print(len(face.getBestCmap()), "characters,", len(face.getGlyphOrder()), "glyphs")


if __name__ == "__main__":
    make(Path(sys.argv[1]))
