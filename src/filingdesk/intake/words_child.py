"""The process that recognises words on safe pages: JPEGs in on stdin, lines out on stdout.

Run as `python -m filingdesk.intake.words_child` by `PaperWords` and by nobody else. What comes in
is each page behind its length in four bytes; what goes out is JSON: [[text, confidence], …].
"""

import json
import sys
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from typing import IO, Any

from filingdesk.intake.cut_off import cut_off
from filingdesk.intake.limits import WORDS_MEMORY, WORDS_SECONDS

_THREADS = "EngineConfig.onnxruntime.{}_op_num_threads"
_SETTINGS = {
    "Global.log_level": "critical",
    # One core is left to the window.
    _THREADS.format("intra"): 1,
    _THREADS.format("inter"): 1,
}


def main() -> None:
    """Read all pages and tell their lines from the top down."""
    cut_off(WORDS_MEMORY, int(WORDS_SECONDS))
    stdout = sys.stdout
    sys.stdout = sys.stderr
    json.dump([line for page in _pages(sys.stdin.buffer) for line in _lines(page)], stdout)
    stdout.flush()


def _pages(stream: IO[bytes]) -> Iterator[bytes]:
    while size := int.from_bytes(stream.read(4)):
        yield stream.read(size)


def _lines(jpeg: bytes) -> Iterator[tuple[str, float]]:
    import numpy
    from PIL import Image

    with Image.open(BytesIO(jpeg), formats=["JPEG"]) as image:
        # The models were trained on blue, green, red.
        pixels = numpy.asarray(image.convert("RGB"))[:, :, ::-1]
    seen = _reader()(pixels)
    yield from zip(seen.txts or (), map(float, seen.scores or ()), strict=True)


@cache
def _reader() -> Any:
    """Made once; its models lie beside it in its wheel."""
    from rapidocr import RapidOCR

    return RapidOCR(params=_SETTINGS)


if __name__ == "__main__":
    main()
