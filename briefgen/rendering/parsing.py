"""From a template's output to the page's tree; whatever the vocabulary lacks is an error."""

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from html.parser import HTMLParser

from briefgen.problems import Place, Problem, TemplateError
from briefgen.register.ids import did_you_mean
from briefgen.rendering.page import Element, Node, Role, walk
from briefgen.rendering.vocabulary import (
    ATTRIBUTE_FORMS,
    BODY,
    COMMON_ATTRIBUTES,
    INLINE,
    MAX_DEPTH,
    REQUIRED_ATTRIBUTES,
    VOCABULARY,
    VOID,
    Rule,
)

PLACE_ATTRIBUTE = "data-at"
"""Set on every tag of a template before it runs: `brief.html.j2:12`."""
SPACES = re.compile("[ \t\r\n\f]+")  # not the no-break space, which an author meant


@dataclass
class Open:
    """An element whose end has not come yet."""

    tag: str
    place: Place
    roles: tuple[Role, ...] = ()
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node] = field(default_factory=list)

    @property
    def rule(self) -> Rule:
        return VOCABULARY[self.tag] if self.tag else BODY


def parse_page(html: str, template: str, roles: Collection[Role]) -> tuple[Element, ...]:
    """The blocks of a rendered template; raises TemplateError with every template line at fault."""
    parser = PageParser(template, roles)
    parser.feed(html)
    parser.close()
    body = parser.finish()
    problems = [*parser.problems, *broken_links(body)]
    if problems:
        raise TemplateError(dict.fromkeys(problems))
    return body


class PageParser(HTMLParser):
    """Builds elements as tags come and collects what is wrong with them."""

    def __init__(self, template: str, roles: Collection[Role]) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Open("", Place(template, 1, 1))]
        self.place = self.open[0].place
        self.known_roles = roles
        self.problems: list[Problem] = []
        self.after_space = True

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Opens an element that the vocabulary allows here."""
        given = {name: value or "" for name, value in attrs}
        self.place = place_from(given.pop(PLACE_ATTRIBUTE, ""), self.place)
        parent = self.open[-1]
        if tag not in VOCABULARY:
            self.report("unknown-element", f"<{tag}> is no element of a page")
        elif tag not in parent.rule.children:
            inside = f"<{parent.tag}>" if parent.tag else "the page"
            self.report("misplaced-element", f"<{tag}> can't stand in {inside}")
        if len(self.open) > MAX_DEPTH:
            raise TemplateError([Problem(self.place, "too-deep", f"nested over {MAX_DEPTH} deep")])
        element = Open(tag, self.place, self.roles_of(tag, given), given)
        self.check_attributes(tag, given)
        self.open.append(element)
        if tag not in INLINE:
            self.after_space = True
        if tag in VOID:
            self.close_element()

    def handle_endtag(self, tag: str) -> None:
        """Closes the innermost element, which must be of this tag."""
        if self.open[-1].tag != tag:
            inner = f"<{self.open[-1].tag}>" if self.open[-1].tag else "nothing"
            self.report("unbalanced", f"</{tag}> closes, but {inner} is open")
            return
        self.close_element()

    def handle_data(self, data: str) -> None:
        """Adds text, with each run of spaces as one."""
        text = SPACES.sub(" ", data)
        if self.after_space:
            text = text.removeprefix(" ")
        if not text:
            return
        parent = self.open[-1]
        if not parent.rule.text:
            if text.strip():
                self.report("misplaced-text", f"text can't stand in <{parent.tag or 'page'}>")
            return
        self.after_space = text.endswith(" ")
        parent.children.append(text)

    def handle_comment(self, data: str) -> None:
        """Refuses comments: they would end in the reader's file."""
        self.report("comment", "write comments as {# … #}, not <!-- … -->")

    def handle_decl(self, decl: str) -> None:
        """Refuses declarations."""
        self.report("unknown-element", f"<!{decl}> is no element of a page")

    def handle_pi(self, data: str) -> None:
        """Refuses processing instructions."""
        self.report("unknown-element", f"<?{data}> is no element of a page")

    def finish(self) -> tuple[Element, ...]:
        """The page's blocks."""
        for element in self.open[1:]:
            message = f"<{element.tag}> is never closed"
            self.problems.append(Problem(element.place, "unbalanced", message))
        return tuple(node for node in self.open[0].children if isinstance(node, Element))

    def close_element(self) -> None:
        element = self.open.pop()
        if element.tag not in INLINE:
            trim_end(element.children)
        if element.tag not in INLINE or element.tag == "br":
            self.after_space = True
        self.open[-1].children.append(
            Element(
                element.tag,
                tuple(element.children),
                element.roles,
                element.attributes,
                element.place,
            )
        )

    def roles_of(self, tag: str, given: dict[str, str]) -> tuple[Role, ...]:
        roles = tuple(given.pop("class", "").split())
        for role in roles:
            if f"{tag}.{role}" not in self.known_roles:
                near = did_you_mean(f"{tag}.{role}", list(self.known_roles))
                self.report("unknown-role", f"the style has no role '{tag}.{role}'{near}")
        return roles

    def check_attributes(self, tag: str, given: dict[str, str]) -> None:
        allowed = COMMON_ATTRIBUTES | (VOCABULARY[tag].attributes if tag in VOCABULARY else set())
        for name, value in given.items():
            form = ATTRIBUTE_FORMS.get(name)
            if name not in allowed:
                self.report("unknown-attribute", f"<{tag}> has no attribute '{name}'")
            elif form and not re.fullmatch(form, value):
                self.report("attribute", f"{name}='{value[:60]}' on <{tag}> has not the form {form}")
        for name in REQUIRED_ATTRIBUTES.get(tag, ()):
            if name not in given:
                self.report("missing-attribute", f"<{tag}> needs the attribute '{name}'")

    def report(self, code: str, message: str) -> None:
        self.problems.append(Problem(self.place, code, message))


def place_from(text: str, otherwise: Place) -> Place:
    template, _, line = text.rpartition(":")
    return Place(template, int(line), 1) if template and line.isdigit() else otherwise


def trim_end(children: list[Node]) -> None:
    while children and isinstance(children[-1], str):
        trimmed = children[-1].rstrip(" ")
        if trimmed:
            children[-1] = trimmed
            return
        children.pop()


def broken_links(body: tuple[Element, ...]) -> list[Problem]:
    """Links within the page that lead nowhere, and ids that stand twice."""
    elements = list(walk(body))
    ids = Counter(element.attributes.get("id") for element in elements)
    problems = [
        Problem(element.place, "broken-link", f"the page has no id '{target[1:]}'")
        for element in elements
        if (target := element.attributes.get("href", "")).startswith("#") and target[1:] not in ids
    ]
    return problems + [
        Problem(element.place, "duplicate-id", f"the id '{name}' stands on the page twice")
        for element in elements
        if (name := element.attributes.get("id")) and ids[name] > 1
    ]
