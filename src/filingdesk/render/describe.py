"""What a PDF says of itself: title, language, day, and that it is made for archives and for all.

ISO 19005-3 (PDF/A-3, level A) and ISO 14289-1 (PDF/UA-1). The day is the document's own: the clock
of the machine is never asked.
"""

from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from filingdesk.core.document import Document
from filingdesk.render.characters import drawable
from filingdesk.render.colour import srgb

_PROGRAM = "filingdesk"
_SCREEN = "sRGB IEC61966-2.1"

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{program}</pdf:Producer>
<xmp:CreatorTool>{program}</xmp:CreatorTool>{day}
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def describe(pdf: pikepdf.Pdf, document: Document) -> None:
    """Write it into the catalogue and, alike, into the XMP and the older dictionary of data.

    The title is the kind of document and holds no personal data; a mail client shows it.
    """
    pdf.Root.Lang = String(document.language)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.Root.PageMode = Name.UseNone
    pdf.Root.OutputIntents = Array([_output_intent(pdf)])
    del pdf.docinfo  # whose dates are ReportLab's
    pdf.docinfo = pdf.make_indirect(
        Dictionary(Title=String(drawable(document.title)), Producer=_PROGRAM, Creator=_PROGRAM)
    )
    described = pikepdf.Stream(pdf, _xmp(document).encode())
    described.Type = Name.Metadata
    described.Subtype = Name.XML
    pdf.Root.Metadata = pdf.make_indirect(described)


def _xmp(document: Document) -> str:
    day = f"\n<xmp:CreateDate>{document.made_on}</xmp:CreateDate>" if document.made_on else ""
    return _XMP.format(
        title=escape(drawable(document.title)),
        language=escape(document.language),
        program=_PROGRAM,
        day=day,
    )


def _output_intent(pdf: pikepdf.Pdf) -> Dictionary:
    profile = pikepdf.Stream(pdf, srgb())
    profile.N = 3
    return Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String(_SCREEN),
        Info=String(_SCREEN),
        DestOutputProfile=pdf.make_indirect(profile),
    )
