"""What a Word file says of its paragraphs, together with what their styles say."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMES = {"w": W}
Xml = etree._Element  # noqa: SLF001 (lxml has no other name for the type)
Mm = float
Points = float


def mm(twips: float) -> Mm:
    return twips / 1440 * 25.4


@dataclass(frozen=True)
class Said:
    """A paragraph with the properties that it, its first run and their styles have."""

    text: str
    style: str
    properties: dict[str, dict[str, str]]
    """By the names of the elements: `spacing` of paragraphs, `run.spacing` of words."""
    member: str
    element: Xml

    def of(self, name: str, attribute: str = "val", otherwise: str = "") -> str:
        return self.properties.get(name, {}).get(attribute, otherwise)

    def is_on(self, name: str) -> bool:
        return name in self.properties and self.of(name) not in {"0", "false"}

    @property
    def size(self) -> Points:
        return int(self.of("run.sz")) / 2

    @property
    def is_bold(self) -> bool:
        return self.is_on("run.b")

    @property
    def is_italic(self) -> bool:
        return self.is_on("run.i")

    @property
    def shown(self) -> str:
        """The text as it is seen: in capitals where the words are said to be."""
        return self.text.upper() if self.is_on("run.caps") else self.text

    @property
    def colour(self) -> str:
        return self.of("run.color")

    def points(self, name: str, attribute: str) -> Points:
        """A length of twips in points; none is nought."""
        return int(self.of(name, attribute, "0")) / 20


class WordFile:
    """A Word file read for its figures."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            self.parts = {
                name: etree.fromstring(archive.read(name))
                for name in archive.namelist()
                if name.startswith("word/") and name.endswith(".xml")
            }
            self.relations = etree.fromstring(archive.read("word/_rels/document.xml.rels"))
        styles = self.parts["word/styles.xml"]
        self.styles = {style.get(f"{{{W}}}styleId"): style for style in found(styles, "w:style")}
        self.defaults = found(styles, "w:docDefaults")[0]
        self.body = self.parts["word/document.xml"][0]

    def paragraphs(self, member: str = "document") -> Iterator[Said]:
        """All paragraphs of the body, or of another part, in order."""
        for paragraph in self.parts[f"word/{member}.xml"].iter(f"{{{W}}}p"):
            yield self.said(paragraph, member)

    def said(self, paragraph: Xml, member: str) -> Said:
        run = next((each for each in found(paragraph, ".//w:r") if text_of(each).strip()), None)
        style = value(paragraph, "w:pPr/w:pStyle")
        properties: dict[str, dict[str, str]] = {}
        self.take(properties, found(self.defaults, "w:pPrDefault/w:pPr"), "")
        self.take(properties, found(self.defaults, "w:rPrDefault/w:rPr"), "run.")
        self.take_style(properties, style)
        self.take(properties, found(paragraph, "w:pPr"), "")
        if run is not None:
            self.take_style(properties, value(run, "w:rPr/w:rStyle"))
            self.take(properties, found(run, "w:rPr"), "run.")
        return Said(text_of(paragraph), style, properties, member, paragraph)

    def take_style(self, properties: dict[str, dict[str, str]], identifier: str) -> None:
        style = self.styles.get(identifier)
        if style is None:
            return
        self.take_style(properties, value(style, "w:basedOn"))
        self.take(properties, found(style, "w:pPr"), "")
        self.take(properties, found(style, "w:rPr"), "run.")

    @staticmethod
    def take(properties: dict[str, dict[str, str]], groups: list[Xml], prefix: str) -> None:
        for group in groups:
            for each in group:
                name = prefix + etree.QName(each).localname
                given = {etree.QName(key).localname: str(text) for key, text in each.items()}
                properties[name] = {**properties.get(name, {}), **given} if given else given
                if name.startswith("run.") and not given:
                    properties[name] = {}
                if etree.QName(each).localname == "pBdr":
                    for side in each:
                        sides = {etree.QName(key).localname: str(v) for key, v in side.items()}
                        properties[f"border.{etree.QName(side).localname}"] = sides

    def paragraph(self, text: str, member: str = "document") -> Said:
        """The first paragraph whose text, as it is seen, holds this, spaces aside."""
        wanted = "".join(text.split())
        for said in self.paragraphs(member):
            if wanted in "".join(said.shown.split()):
                return said
        raise LookupError(f"no paragraph holds {text!r}")

    def target(self, identifier: str) -> str:
        """The name of the part that a reference leads to: `footer1`."""
        return next(
            str(each.get("Target")).removesuffix(".xml")
            for each in self.relations
            if each.get("Id") == identifier
        )

    def sections(self) -> list[Xml]:
        """The properties of its sections."""
        return [*self.body.iter(f"{{{W}}}sectPr")]

    def margin(self, side: str, section: int = 0) -> Mm:
        """A margin, or how far head or foot are from the edge."""
        margins = found(self.sections()[section], "w:pgMar")[0]
        return mm(int(margins.get(f"{{{W}}}{side}", "0")))

    def paper(self, section: int = 0) -> tuple[Mm, Mm]:
        size = found(self.sections()[section], "w:pgSz")[0]
        return mm(int(size.get(f"{{{W}}}w", "0"))), mm(int(size.get(f"{{{W}}}h", "0")))


def found(element: Xml, path: str) -> list[Xml]:
    result = element.xpath(path, namespaces=NAMES)
    assert isinstance(result, list)
    return [each for each in result if isinstance(each, etree._Element)]  # noqa: SLF001


def value(element: Xml, path: str) -> str:
    nodes = found(element, path)
    return nodes[0].get(f"{{{W}}}val", "") if nodes else ""


def text_of(element: Xml) -> str:
    return "".join(each.text or "" for each in element.iter(f"{{{W}}}t"))
