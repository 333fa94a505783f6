"""What lets an accessible PDF be filed for good: PDF/A-3a (ISO 19005-3) beside PDF/UA-1.

WeasyPrint makes either of the two; it makes PDF/A, and what PDF/UA-1 asks for beyond is added.
"""

from importlib.resources import files

import pydyf

from briefgen.writers.pdf_file import Packed

PROFILE = "sRGB2014.icc"
"""What the colours mean: it comes with WeasyPrint, which would leave the file open."""
COLOURS = "sRGB IEC61966-2.1"
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


def finish_filing(pdf: pydyf.PDF) -> None:
    """Makes a tagged PDF both; nothing in it may be changed afterwards."""
    for item in pdf.objects:
        if isinstance(item, pydyf.Stream):
            finish_stream(item)
    define_colours(pdf)
    pdf.objects[1:] = map(Packed, pdf.objects[1:])


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
