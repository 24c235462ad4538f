"""The parts of a document for those who listen: which section, heading or figure a block is."""

from filingdesk.core.document import Block, ExhibitPage, NewPage
from filingdesk.render.structure import Element


class Parts:
    """Walks through the blocks: a new page begins a section, and so does each exhibit."""

    def __init__(self) -> None:
        self.whole = Element("Document")
        self._part = self.whole
        self._exhibit = ""
        self._has_title = False

    def of(self, block: Block) -> Element:
        """The element that a block's own elements belong to."""
        match block:
            case NewPage():
                self._part, self._exhibit = self.whole.add(Element("Sect")), ""
            case ExhibitPage(caption) if caption != self._exhibit:
                self._part, self._exhibit = self.whole.add(Element("Sect")), caption
            case ExhibitPage():
                pass
            case _ if self._exhibit:
                self._part, self._exhibit = self.whole.add(Element("Sect")), ""
        return self._part

    def title(self, text: str) -> Element:
        """A heading of the first level."""
        self._has_title |= bool(text.strip())
        return self._part.add(Element("H1", title=text))

    def heading(self, text: str) -> Element:
        """A heading under the title; the first level where a document has none."""
        return self._part.add(Element("H2" if self._has_title else "H1", title=text))

    def caption(self, text: str) -> Element:
        """An exhibit's heading on its first page; on the others it is said again as text."""
        return self._part.add(Element("P")) if self._part.kids else self.heading(text)
