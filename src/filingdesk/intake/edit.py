"""A kept page as it is shown: turned and cut from what came in, and written once."""

from io import BytesIO

from filingdesk.core.answers import WHOLE, PageEdit
from filingdesk.intake.limits import DPI

# A little more than the kept page's own, so that writing it once more does not show.
_QUALITY = 92


def edited(page: bytes, edit: PageEdit) -> bytes:
    """The page turned clockwise, then cut; the same bytes where nothing is to be done."""
    if not edit.turn and edit.crop == WHOLE:
        return page
    from PIL import Image

    turns = {
        90: Image.Transpose.ROTATE_270,
        180: Image.Transpose.ROTATE_180,
        270: Image.Transpose.ROTATE_90,
    }
    with Image.open(BytesIO(page), formats=["JPEG"]) as kept:
        turned = kept.transpose(turns[edit.turn]) if edit.turn else kept
        shown = turned.crop(_box(turned.size, edit.crop))
        file = BytesIO()
        shown.save(file, "JPEG", quality=_QUALITY, subsampling=0, dpi=(DPI, DPI))
    return file.getvalue()


def _box(size: tuple[int, int], crop: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    """The part in pixels, one at the least."""
    width, height = size
    left, upper, right, lower = crop
    x, y = min(left * width // 1000, width - 1), min(upper * height // 1000, height - 1)
    return x, y, max(right * width // 1000, x + 1), max(lower * height // 1000, y + 1)
