"""The picture of a material: as large as what is left of its page allows."""

from io import BytesIO

from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfutils import readJPEGInfo
from reportlab.platypus import Flowable

from filingdesk.render.marks import artifact, figure
from filingdesk.render.structure import Element

_LOWEST = 80 * mm
_COLOURS = (1, 3)


class Picture(Flowable):  # type: ignore[misc]  # ReportLab carries no types
    """Takes the rest of its page and fits the picture into it, in a hairline frame."""

    def __init__(self, jpeg: bytes, element: Element) -> None:
        super().__init__()
        self.jpeg = _Jpeg(jpeg)
        self.element = element

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width, self.height = width, max(height, _LOWEST)
        return self.width, self.height

    def draw(self) -> None:
        scale = min(self.width / self.jpeg.width, self.height / self.jpeg.height)
        width, height = self.jpeg.width * scale, self.jpeg.height * scale
        left, bottom = (self.width - width) / 2, self.height - height
        with figure(self.canv, self.element, (left, bottom, left + width, bottom + height)):
            self.canv.drawImage(self.jpeg, left, bottom, width, height)
        with artifact(self.canv):
            self.canv.setLineWidth(0.3)
            self.canv.setStrokeGray(0.6)
            self.canv.rect(left, bottom, width, height)


class _Jpeg(ImageReader):  # type: ignore[misc]  # ReportLab carries no types
    """A JPEG that goes into the file as it is: ReportLab's own reader would unpack it first."""

    _dataA = None

    def __init__(self, content: bytes) -> None:
        """Raises PDFError, struct.error: not a JPEG; ValueError: in the colours of a press."""
        self.content = content
        self.width, self.height, colours = readJPEGInfo(BytesIO(content))[:3]
        if colours not in _COLOURS:
            raise ValueError(f"a picture of {colours} colours; the archive's profile has three")

    def getRGBData(self) -> bytes:
        """What tells one picture from another."""
        return self.content

    def jpeg_fh(self) -> BytesIO:
        """The stream that is embedded."""
        return BytesIO(self.content)
