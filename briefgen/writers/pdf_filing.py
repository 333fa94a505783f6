"""What lets an accessible PDF be filed for good: PDF/A-3a (ISO 19005-3) beside PDF/UA-1.

WeasyPrint makes either of the two; it makes PDF/A, and what PDF/UA-1 asks for beyond is added.
"""

import pydyf

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


class Packed(pydyf.Stream):
    """A stream that is compressed only once, though the file's own number is made of it first."""

    def __init__(self, stream: pydyf.Stream) -> None:
        super().__init__()
        self.number, self.packed = stream.number, stream.data

    @property
    def data(self) -> bytes:
        return self.packed


def finish_filing(pdf: pydyf.PDF) -> None:
    """Makes a PDF/A-3a a PDF/UA-1 too; nothing in its streams may be changed afterwards."""
    streams = [item for item in pdf.objects if isinstance(item, pydyf.Stream)]
    for stream in streams:
        if stream.extra.get("Type") == "/Metadata":
            tell_part(stream)
        if "Interpolate" in stream.extra:  # no reader is to make up what a picture doesn't show
            stream.extra["Interpolate"] = "false"
        pdf.objects[stream.number] = Packed(stream)


def tell_part(metadata: pydyf.Stream) -> None:
    """Adds to the metadata, and leaves them open to programs that don't know PDFs."""
    metadata.stream = [content.replace(END, ACCESSIBLE + END) for content in metadata.stream]
    metadata.compress = False
