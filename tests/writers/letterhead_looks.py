"""The styles and the theme of a made-up letterhead, as Word writes them."""

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SPACES = " ".join(
    f'xmlns:{prefix}="{space}"'
    for prefix, space in {
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "o": "urn:schemas-microsoft-com:office:office",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "r": OFFICE,
        "v": "urn:schemas-microsoft-com:vml",
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wp14": "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing",
        "wpc": "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    }.items()
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

STYLES = f"""{DECLARATION}<w:styles {SPACES}>
<w:docDefaults>
  <w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"
    w:eastAsiaTheme="minorEastAsia"/><w:sz w:val="22"/><w:lang w:val="vi-VN"/></w:rPr>
  </w:rPrDefault><w:pPrDefault><w:pPr>
  <w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault>
</w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>
  <w:rsid w:val="00AB12CD"/></w:style>
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">
  <w:name w:val="Default Paragraph Font"/></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>
  <w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>
  <w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>
  </w:tblCellMar></w:tblPr></w:style>
<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/>
  <w:basedOn w:val="TableNormal"/><w:pPr>
  <w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:tblPr><w:tblBorders>
  <w:top w:val="single" w:sz="4" w:space="0" w:color="auto"/></w:tblBorders>
  </w:tblPr></w:style>
<w:style w:type="paragraph" w:styleId="Header"><w:name w:val="header"/><w:basedOn w:val="Normal"/>
  <w:link w:val="HeaderChar"/><w:pPr><w:tabs><w:tab w:val="center" w:pos="4513"/>
  <w:tab w:val="right" w:pos="9026"/></w:tabs>
  <w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>
  <w:rPr><w:color w:val="2F5496" w:themeColor="accent1" w:themeShade="BF"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="HeaderChar"><w:name w:val="Header Char"/>
  <w:basedOn w:val="DefaultParagraphFont"/><w:link w:val="Header"/></w:style>
<w:style w:type="paragraph" w:styleId="Motto"><w:name w:val="Motto"/><w:basedOn w:val="Header"/>
  <w:pPr><w:jc w:val="center"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>
  <w:rPr><w:color w:val="0563C1" w:themeColor="hyperlink"/><w:u w:val="single"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Listed"><w:name w:val="Listed"/>
  <w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
</w:styles>"""
COLOURS = "".join(
    f'<a:{slot}><a:srgbClr val="{colour}"/></a:{slot}>'
    for slot, colour in {
        "dk1": "101010",
        "lt1": "FEFEFE",
        "dk2": "44546A",
        "lt2": "E7E6E6",
        **{f"accent{n}": colour for n, colour in enumerate(("4472C4", "ED7D31", "A5A5A5"), 1)},
        **{f"accent{n}": "FFC000" for n in (4, 5, 6)},
        "hlink": "0563C1",
        "folHlink": "954F72",
    }.items()
)
THEME = f"""{DECLARATION}<a:theme {SPACES} name="Office"><a:themeElements>
<a:clrScheme name="Office">{COLOURS}</a:clrScheme>
<a:fontScheme name="Office">
<a:majorFont><a:latin typeface="Cambria"/><a:ea typeface=""/><a:cs typeface=""/></a:majorFont>
<a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/>
<a:font script="Hans" typeface="SimSun"/></a:minorFont></a:fontScheme>
<a:fmtScheme name="Office"><a:fillStyleLst/><a:lnStyleLst><a:ln w="6350"/><a:ln w="12700"/>
<a:ln w="19050"/></a:lnStyleLst><a:effectStyleLst/><a:bgFillStyleLst/></a:fmtScheme>
</a:themeElements></a:theme>"""
