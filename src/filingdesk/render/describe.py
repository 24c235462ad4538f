"""What a PDF says of itself: title, language, and that viewers show the title."""

import pikepdf
from pikepdf import Dictionary, Name

from filingdesk.core.document import Document

_PROGRAM = "filingdesk"


def describe(pdf: pikepdf.Pdf, document: Document) -> None:
    """Title and language in the catalogue, the document's data and XMP alike, without any date.

    The title is the kind of document and holds no personal data; a mail client shows it.
    """
    pdf.Root.Lang = pikepdf.String(document.language)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.Root.PageMode = Name.UseNone
    del pdf.docinfo
    with pdf.open_metadata(set_pikepdf_as_editor=False) as xmp:
        xmp["dc:title"] = document.title
        xmp["dc:language"] = {document.language}
        xmp["pdf:Producer"] = _PROGRAM
        xmp["xmp:CreatorTool"] = _PROGRAM
