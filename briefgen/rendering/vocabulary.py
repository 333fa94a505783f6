"""The closed vocabulary of the semantic page: which element may hold what."""

from dataclasses import dataclass

INLINE = frozenset({"a", "strong", "em", "sup", "span", "br", "img"})
LISTS = frozenset({"ul", "ol", "dl"})
BLOCKS = LISTS | {"p", "table", "figure", "aside", "section"}
VOID = frozenset({"br", "img", "col"})


@dataclass(frozen=True)
class Rule:
    """What an element may hold and which attributes it may have, beside the common ones."""

    children: frozenset[str]
    text: bool = False
    attributes: frozenset[str] = frozenset()


COMMON_ATTRIBUTES = frozenset({"id", "class", "lang", "data-ref"})
PHRASE = Rule(INLINE, text=True)
CELL = Rule(INLINE | {"p", "ul", "ol"}, text=True, attributes=frozenset({"colspan", "rowspan"}))
BODY = Rule(BLOCKS | {"h1", "article"})
VOCABULARY: dict[str, Rule] = {
    "section": Rule(BLOCKS | {"h2", "h3", "h4"}),
    "article": Rule(frozenset({"section"})),
    "aside": Rule(LISTS | {"p", "h2", "h3", "h4"}),
    "h1": PHRASE,
    "h2": PHRASE,
    "h3": PHRASE,
    "h4": PHRASE,
    "p": PHRASE,
    "ul": Rule(frozenset({"li"})),
    "ol": Rule(frozenset({"li"})),
    "li": Rule(INLINE | {"ul", "ol"}, text=True),
    "dl": Rule(frozenset({"div"})),
    "div": Rule(frozenset({"dt", "dd"})),
    "dt": PHRASE,
    "dd": PHRASE,
    "table": Rule(
        frozenset({"caption", "colgroup", "thead", "tbody"}),
        attributes=frozenset({"data-sheet", "data-group", "data-sources"}),
    ),
    "caption": PHRASE,
    "colgroup": Rule(frozenset({"col"})),
    "col": Rule(frozenset(), attributes=frozenset({"data-width"})),
    "thead": Rule(frozenset({"tr"})),
    "tbody": Rule(frozenset({"tr"})),
    "tr": Rule(frozenset({"th", "td"})),
    "th": Rule(CELL.children, text=True, attributes=CELL.attributes | {"scope"}),
    "td": CELL,
    "figure": Rule(frozenset({"img", "figcaption"})),
    "figcaption": PHRASE,
    "img": Rule(frozenset(), attributes=frozenset({"src", "alt"})),
    "a": Rule(INLINE - {"a"}, text=True, attributes=frozenset({"href"})),
    "strong": PHRASE,
    "em": PHRASE,
    "sup": PHRASE,
    "span": PHRASE,
    "br": Rule(frozenset()),
}
REQUIRED_ATTRIBUTES: dict[str, tuple[str, ...]] = {
    "a": ("href",),
    "img": ("src", "alt"),
    "th": ("scope",),
    "col": ("data-width",),
}
ATTRIBUTE_FORMS: dict[str, str] = {
    "id": r"[a-z][a-z0-9-]{0,95}",
    "lang": r"[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*",
    "scope": r"col|row",
    "colspan": r"[1-9]|1[0-9]|20",
    "rowspan": r"[1-9]|1[0-9]|20",
    "data-sheet": r"[^\[\]:*?/\\']{1,31}",
    "data-group": r".{1,60}",
    "data-sources": r".{1,60}",
    "data-width": r"[1-9][0-9]{0,2}",
    "href": r"#[a-z][a-z0-9-]{0,95}|https?://\S+|mailto:\S+",
    "src": r"data:image/png;base64,[A-Za-z0-9+/=]+",
}
MAX_DEPTH = 24
MAX_ELEMENTS = 2_000_000
MAX_COLUMNS = 60
