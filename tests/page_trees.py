"""Pages of random blocks, each with its like in another language, and what is wrong with a page."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from random import Random

from pictures import pixel

from briefgen.rendering.checking import broken_links, element_findings, role_findings
from briefgen.rendering.page import Element, Node, walk
from briefgen.rendering.vocabulary import BODY, VOCABULARY

SAME = ("7", "2023", "–")
PIXELS = (pixel(1), pixel(2))
BLOCKS = "p p ul ol table dl figure aside section article"
IN_SECTION = "h2 h3 p p ul table dl figure aside"
VIETNAMESE, CHINESE, ENGLISH = "vzé"
"""With which letter the texts of a language begin: each has a number, so that none is lost."""
TAGS = {VIETNAMESE: "vi", CHINESE: "zh-Hans", ENGLISH: "en"}


class Trees:
    """Makes blocks whose texts begin with a language's letter."""

    def __init__(self, choice: Random) -> None:
        self.choice, self.count = choice, 0

    def body(self) -> tuple[Element, ...]:
        return with_sound_ids(tuple(self.block(2, BLOCKS) for _ in range(self.choice.randrange(6))))

    def block(self, depth: int, tags: str) -> Element:
        tag = self.choice.choice(tags.split())
        match tag:
            case "ul" | "ol":
                return Element(tag, self.several(lambda: self.item(depth)))
            case "table":
                return self.table()
            case "dl":
                fact = Element("div", (self.holder("dt"), *self.several(lambda: self.holder("dd"))))
                return Element("dl", (fact,), ("facts",))
            case "figure":
                source = {"src": self.choice.choice(PIXELS), "alt": self.text()}
                return Element(
                    "figure", (Element("img", (), (), source), self.holder("figcaption"))
                )
            case "aside":
                return Element("aside", self.several(lambda: self.block(0, "p ul h2")), ("glance",))
            case "article":
                return self.card()
            case "section":
                inner = IN_SECTION + " section" * (depth > 0)
                return Element(tag, self.several(lambda: self.block(depth - 1, inner)))
        return self.holder(tag)

    def several(self, make: Callable[[], Element]) -> tuple[Element, ...]:
        return tuple(make() for _ in range(self.choice.randrange(1, 4)))

    def holder(self, tag: str) -> Element:
        roles = self.choice.choice([("kicker",), ("sheet",), (), ()]) if tag == "p" else ()
        return Element(tag, self.phrase(), roles, self.attributes())

    def attributes(self) -> dict[str, str]:
        names = {"id": f"i{self.choice.randrange(9)}", "data-ref": f"f{self.choice.randrange(9)}"}
        return {name: value for name, value in names.items() if self.choice.random() < 0.2}

    def phrase(self) -> tuple[Node, ...]:
        return tuple(self.inline() for _ in range(self.choice.randrange(4)))

    def inline(self) -> Node:
        tag = self.choice.choice(["", "", "", "", "strong", "span", "sup", "a", "br", "lang"])
        match tag:
            case "":
                return f"{self.text()} "
            case "br":
                return Element("br")
            case "a":
                target = self.choice.choice(["https://a.vn", f"#i{self.choice.randrange(9)}"])
                return Element("a", (self.text(),), (), {"href": target})
            case "lang":
                self.count += 1
                return Element("span", (f"{ENGLISH}{self.count}",), (), {"lang": "en"})
            case "sup":
                text = self.choice.choice([self.text(), *SAME])
                return Element(tag, (text,), (), self.attributes())
        roles = ("muted",) if tag == "span" else ()
        return Element(tag, (self.text(),), roles, self.attributes())

    def text(self) -> str:
        self.count += 1
        own = f"{VIETNAMESE}{self.count}"
        return self.choice.choice([own, own, own, self.choice.choice(SAME)])

    def item(self, depth: int) -> Element:
        text = self.phrase()
        if depth > 0 and self.choice.random() < 0.3:
            text = (*text, Element("ul", self.several(lambda: self.item(depth - 1))))
        return Element("li", text, (), self.attributes())

    def table(self) -> Element:
        columns = self.choice.randrange(1, 4)
        rows = self.several(lambda: self.row(columns))
        head = Element("thead", (Element("tr", tuple(self.head() for _ in range(columns))),))
        parts = [self.holder("caption"), head, Element("tbody", rows)]
        kept = parts[self.choice.randrange(3) :]
        return Element("table", tuple(kept), (), {"data-sheet": f"S{self.choice.randrange(3)}"})

    def head(self) -> Element:
        return Element("th", self.phrase(), (), {"scope": "col"})

    def row(self, columns: int) -> Element:
        if self.choice.random() < 0.2:
            return Element("tr", (Element("td", self.phrase(), (), {"colspan": str(columns)}),))
        return Element("tr", tuple(self.cell() for _ in range(columns)))

    def cell(self) -> Element:
        inner = self.several(lambda: self.block(0, "p ul")) if self.choice.random() < 0.4 else ()
        return Element("td", (*self.phrase(), *inner), (), self.attributes())

    def card(self) -> Element:
        face = Element("section", self.several(lambda: Element("p", (self.text(),))))
        faces = self.choice.choice([(face,), (face, face), (face, Element("section"))])
        return Element("article", faces, ("badge",))


class Translation:
    """The same blocks in the other language: some lacking, some anew, some texts lent."""

    def __init__(self, trees: Trees, *, lends: bool) -> None:
        self.trees, self.choice, self.lends = trees, trees.choice, lends

    def body(self, body: tuple[Element, ...]) -> tuple[Element, ...]:
        return with_sound_ids(tuple(each for each in self.nodes(body) if isinstance(each, Element)))

    def nodes(self, nodes: tuple[Node, ...], above: str = "section") -> Iterator[Node]:
        for place, node in enumerate(nodes):
            if isinstance(node, str):
                yield self.lent(node) if self.lends else translated(node)
                continue
            is_needed = node.tag == "tr" and place == 0
            is_spare = node.tag in {"p", "ul", "li", "table", "tr"} and not is_needed
            chance = self.choice.random() if is_spare else 1
            if chance > 0.1:
                yield self.element(node)
            elif chance > 0.05 and node.tag == "p" and above == "section":
                yield self.element(self.trees.block(0, "p ul"))

    def element(self, element: Element) -> Element:
        attributes = dict(element.attributes)
        if "alt" in attributes:
            attributes["alt"] = translated(attributes["alt"])
        if element.tag == "article":
            first = tuple(self.nodes(element.children[:1]))
            same = len(element.children) == 2 and element.children[0] == element.children[1]
            children = first * 2 if same else (*first, *element.children[1:])
        else:
            children = tuple(self.nodes(element.children, element.tag))
        return replace(element, children=children, attributes=attributes)

    def lent(self, text: str) -> Node:
        if self.choice.random() > 0.3 or not text.startswith(VIETNAMESE):
            return translated(text)
        attributes = {"lang": TAGS[VIETNAMESE]}
        return Element("span", (text.strip(),), ("other-language",), attributes)


def translated(text: str) -> str:
    return text.replace(VIETNAMESE, CHINESE)


def with_sound_ids(body: tuple[Element, ...]) -> tuple[Element, ...]:
    """A body in which no id stands twice and every link leads somewhere."""
    ids: set[str] = set()
    unique = tuple(without_twins(each, ids) for each in body)
    return tuple(with_sound_links(each, ids) for each in unique)


def without_twins(element: Element, ids: set[str]) -> Element:
    attributes = dict(element.attributes)
    if attributes.get("id") in ids:
        del attributes["id"]
    ids.update(filter(None, [attributes.get("id")]))
    children = tuple(
        without_twins(each, ids) if isinstance(each, Element) else each for each in element.children
    )
    return replace(element, children=children, attributes=attributes)


def with_sound_links(element: Element, ids: set[str]) -> Element:
    attributes = dict(element.attributes)
    if attributes.get("href", "").startswith("#") and attributes["href"][1:] not in ids:
        attributes["href"] = "https://a.vn"
    children = tuple(
        with_sound_links(each, ids) if isinstance(each, Element) else each
        for each in element.children
    )
    return replace(element, children=children, attributes=attributes)


def faults(body: tuple[Element, ...], roles: set[str]) -> list[str]:
    """What a page's vocabulary says is wrong with its blocks."""
    found = [problem.message for problem in broken_links(list(walk(body)))]
    for element in (Element("", body), *walk(body)):
        rule = VOCABULARY.get(element.tag, BODY)
        if not rule.text and any(isinstance(child, str) for child in element.children):
            found.append(f"text in <{element.tag}>")
        for child in element.children:
            if isinstance(child, Element):
                names, above = [*child.attributes], (element.tag, rule)
                told = element_findings(child.tag, names, child.attributes, above)
                found += [message for _, message in told]
                found += [message for _, message in role_findings(child.tag, child.roles, roles)]
    return found


def words_in(nodes: tuple[Node, ...], language: str) -> Iterator[tuple[str, str]]:
    """The words of a page in their order, each with the language that it is said to be in."""
    for node in nodes:
        if isinstance(node, str):
            yield from ((word, language) for word in node.split())
            continue
        inner = node.attributes.get("lang", language)
        yield from ((word, inner) for word in node.attributes.get("alt", "").split())
        yield from words_in(node.children, inner)
