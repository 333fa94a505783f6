"""The styles part: one Word style for each role of the house style."""

from briefgen.problems import Place, Problem, TemplateError
from briefgen.writers.docx.formatting import word_properties
from briefgen.writers.docx.looks import PAGE_NUMBER, TEXT, Look, RoleName, style_id
from briefgen.writers.docx.markup import Twips, Xml, w, w_linked
from briefgen.writers.docx.names import qn
from briefgen.writers.docx.numbering import Numbering
from briefgen.writers.docx.paragraph_styles import paragraph_properties, paragraph_words
from briefgen.writers.docx.stock_styles import STOCK_IDS, defaults, latent, stock
from briefgen.writers.docx.table_styles import facts_properties, table_properties

BUILT_IN = frozenset(
    {"Normal", "Title", "Subtitle", "Strong", "Emphasis", "Hyperlink"}
    | {"caption", "header", "footer", "Body Text", "List Bullet", "List Number"}
    | {f"heading {level}" for level in range(1, 10)}
)


RULED = frozenset({"h1", "h2", "h3", "h4", "p"})
WORDS = frozenset({"a", "strong", "em", "sup", "span"})

LAST_PRIORITY = 99
"""Word's gallery has no more places (ISO/IEC 29500-1, 17.7.4.19)."""


def style_sheet(look: Look, numbering: Numbering, language: str, text_width: Twips) -> Xml:
    """The root of the styles part."""
    check_names(look)
    check_short_rules(look)
    made = [
        style_of(role, look, numbering, text_width)
        for role, tokens in look.roles.items()
        if tokens.word
    ]
    return w_linked("styles", defaults(look, language), latent(), *stock(), *made)


def check_names(look: Look) -> None:
    """Two roles can't share a Word style: the later would replace the earlier."""
    seen: dict[str, RoleName] = {}
    for role, tokens in look.roles.items():
        name = style_id(tokens.word or "").lower()
        if name and name in seen:
            message = f"the roles '{seen[name]}' and '{role}' have the same Word style"
            raise TemplateError([Problem(Place(look.style.name), "word-style-twice", message)])
        seen[name] = role


def check_short_rules(look: Look) -> None:
    """A rule that is a share of a text's length has a form below headings and paragraphs only."""
    for role, tokens in look.roles.items():
        lines = {"above": tokens.above, "grid": tokens.grid}
        if role.partition(".")[0] not in RULED:
            lines["below"] = tokens.below
        for name, line in lines.items():
            if line and line.share is not None:
                message = f"'{role}' can't have a share of a line as its '{name}' in Word"
                raise TemplateError([Problem(Place(look.style.name), "no-word-form", message)])


def style_of(role: RoleName, look: Look, numbering: Numbering, text_width: Twips) -> Xml:
    """The Word style of one role."""
    match role.partition(".")[0]:
        case tag if tag in WORDS or (role == PAGE_NUMBER and not look.numbers_in_head):
            words = w("rPr", *word_properties(look.own(role), look.style))
            return named_style("character", role, look, words)
        case "table":
            return named_style("table", role, look, *table_properties(role, look))
        case "dl":
            return named_style("table", role, look, facts_properties(role, look))
        case _:
            properties = w("pPr", *paragraph_properties(role, look, numbering, text_width))
            words = w("rPr", *paragraph_words(role, look))
            return named_style("paragraph", role, look, properties, words)


def named_style(kind: str, role: RoleName, look: Look, *properties: Xml) -> Xml:
    """A style of a kind under the role's Word name, built on the style of the role's tag."""
    name = look.roles[role].word or ""
    made = w(
        "style",
        w("name", val=name),
        *ancestry(kind, role, look),
        w("uiPriority", val=min(list(look.roles).index(role), LAST_PRIORITY)),
        w("qFormat"),
        *(each for each in properties if len(each)),
        type=kind,
        styleId=style_id(name),
    )
    if role == TEXT:
        made.set(qn("w:default"), "1")
    if name not in BUILT_IN:
        made.set(qn("w:customStyle"), "1")
    return made


def ancestry(kind: str, role: RoleName, look: Look) -> list[Xml]:
    """On which style this one is built, and which follows when one types on after it."""
    if role == TEXT:
        return []
    base = look.base(role)
    text = style_id(look.roles[TEXT].word or "")
    parent = text if kind == "paragraph" else STOCK_IDS[kind]
    if base:
        parent = style_id(look.roles[base].word or "")
    running = look.roles.get("p")
    if kind == "paragraph" and look.roles[role].keep_with_next and running and running.word:
        return [w("basedOn", val=parent), w("next", val=style_id(running.word))]
    return [w("basedOn", val=parent)]
