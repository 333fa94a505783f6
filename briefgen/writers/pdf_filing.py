"""What lets an accessible PDF be filed for good: PDF/A-3a (ISO 19005-3) beside PDF/UA-1.

WeasyPrint makes either of the two; it makes PDF/A, and what PDF/UA-1 asks for beyond is added.
"""

from importlib.resources import files

import pydyf

PROFILE = "sRGB2014.icc"
"""What the colours mean: it comes with WeasyPrint, which would leave the file open."""
COLOURS = "sRGB IEC61966-2.1"
LINE_END = b"\nendstream"
UNCLEAR = b"\r" + LINE_END
END = b"</rdf:RDF>"
ACCESSIBLE = b"""<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
  pdfuaid:part="1"/>
<rdf:Description rdf:about=""
  xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
  xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
  xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""
"""That a file is PDF/UA-1, and what that says: PDF/A allows no word that it doesn't explain."""


class Packed(pydyf.Object):  # type: ignore[misc]  # pydyf tells no types
    """An object as it is written: it is asked for twice, the first time to number the file."""

    def __init__(self, item: pydyf.Object) -> None:
        super().__init__()
        self.number: int = item.number
        self.packed = clearly_ended(item.data)
        self.is_compressible: bool = item.compressible

    @property
    def data(self) -> bytes:
        return self.packed

    @property
    def compressible(self) -> bool:
        return self.is_compressible


def finish_filing(pdf: pydyf.PDF, padding: int) -> None:
    """Makes a PDF/A-3a a PDF/UA-1 too; nothing in it may be changed afterwards.

    Padding are empty objects, which change nothing but the sums of what pydyf adds at the end.
    """
    for item in pdf.objects:
        if isinstance(item, pydyf.Stream):
            finish_stream(item)
    define_colours(pdf)
    for _ in range(padding):
        pdf.add_object(pydyf.Dictionary())
    pdf.objects[1:] = [Packed(item) for item in pdf.objects[1:]]


def clearly_ended(data: bytes) -> bytes:
    """An object whose stream can't be taken for shorter than it is.

    One byte of new line ends it; after a carriage return that looks like two.
    """
    return data.removesuffix(LINE_END) + b"\r" + LINE_END if data.endswith(UNCLEAR) else data


def is_clearly_ended(file: bytes) -> bool:
    """Whether the same is true of the two streams that pydyf itself puts at the end of a file."""
    first, second, _ = file.rsplit(LINE_END, 2)
    return not (first.endswith(b"\r") or second.endswith(b"\r"))


def define_colours(pdf: pydyf.PDF) -> None:
    """Says what red, green and blue are on any screen or press."""
    content = (files("weasyprint.pdf") / PROFILE).read_bytes()
    profile = pydyf.Stream([content], {"N": 3}, compress=True)
    pdf.add_object(profile)
    intent = {"Type": "/OutputIntent", "S": "/GTS_PDFA1", "DestOutputProfile": profile.reference}
    texts = {"OutputConditionIdentifier": COLOURS, "Info": COLOURS}
    told = {name: pydyf.String(text) for name, text in texts.items()}
    pdf.catalog["OutputIntents"] = pydyf.Array([pydyf.Dictionary({**intent, **told})])


def finish_stream(stream: pydyf.Stream) -> None:
    if stream.extra.get("Type") == "/Metadata":
        tell_part(stream)
    if "Interpolate" in stream.extra:  # no reader is to make up what a picture doesn't show
        stream.extra["Interpolate"] = "false"


def tell_part(metadata: pydyf.Stream) -> None:
    """Adds to the metadata, and leaves them open to programs that don't know PDFs."""
    metadata.stream = [content.replace(END, ACCESSIBLE + END) for content in metadata.stream]
    metadata.compress = False
