"""From a template's output to the page's tree; whatever the vocabulary lacks is an error."""

from collections.abc import Collection
from html.parser import HTMLParser

from briefgen.problems import Place, Problem, TemplateError
from briefgen.register.decoding import REFUSED, refused
from briefgen.register.lengths import WORD_TOO_LONG, has_long_word
from briefgen.rendering.checking import broken_links, element_findings, role_findings, wide_tables
from briefgen.rendering.open_elements import Open, place_from, too_many, trim_end
from briefgen.rendering.page import Element, Role, walk
from briefgen.rendering.plain_pages import SPACES, PlainReader
from briefgen.rendering.plain_tags import UnusualError
from briefgen.rendering.vocabulary import INLINE, MAX_DEPTH, MAX_ELEMENTS, VOID

PLACE_ATTRIBUTE = "data-at"
"""Set on every tag of a template before it runs: `brief.html.j2:12`."""
LONGEST = 300
"""Letters of a problem: what it quotes may be a whole page."""
MOST_PROBLEMS = 1000
"""More of them would help nobody."""


def parse_page(
    html: str, template: str, roles: Collection[Role], most: int = MAX_ELEMENTS
) -> tuple[Element, ...]:
    """The blocks of a rendered template; raises TemplateError with every template line at fault."""
    try:
        body, problems = PlainReader(template, roles, most).read(html), list[Problem]()
    except UnusualError:
        body, problems = parsed(html, template, roles, most)
    elements = list(walk(body))
    problems = [*problems, *broken_links(elements), *wide_tables(elements)]
    if problems:
        raise TemplateError(dict.fromkeys(problems))
    return body


def parsed(
    html: str, template: str, roles: Collection[Role], most: int
) -> tuple[tuple[Element, ...], list[Problem]]:
    """The blocks of any page, with what is wrong in it."""
    parser = PageParser(template, roles, most)
    try:
        parser.feed(html)
        parser.close()
    except AssertionError:  # how Python's parser takes a marked section of no kind, `<![x`
        parser.report("unknown-element", "<![… is no element of a page")
    body = parser.finish()
    return body, list(parser.problems)


class PageParser(HTMLParser):
    """Builds elements as tags come and collects what is wrong with them."""

    def __init__(self, template: str, roles: Collection[Role], most: int) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Open("", Place(template, 1, 1))]
        self.place = self.open[0].place
        self.known_roles = roles
        self.problems: dict[Problem, None] = {}
        self.left = most
        self.after_space = True

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Opens an element that the vocabulary allows here."""
        given = {name: value or "" for name, value in attrs}
        self.place = place_from(given.pop(PLACE_ATTRIBUTE, ""), self.place)
        self.check_size()
        roles = tuple(given.pop("class", "").split())
        parent = self.open[-1]
        for code, message in (
            *element_findings(tag, [name for name, _ in attrs], given, (parent.tag, parent.rule)),
            *role_findings(tag, roles, self.known_roles),
        ):
            self.report(code, message)
        for value in given.values():
            self.check_seen(value)
        self.open.append(Open(tag, self.place, roles, given))
        if tag not in INLINE:
            self.after_space = True
        if tag in VOID:
            self.close_element()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Takes `<br/>` as `<br>`, and `<p/>` as `<p></p>`."""
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Closes the innermost element, which must be of this tag."""
        if self.open[-1].tag != tag:
            inner = f"<{self.open[-1].tag}>" if self.open[-1].tag else "nothing"
            self.report("unbalanced", f"</{tag}> closes, but {inner} is open")
            if tag not in (element.tag for element in self.open):
                return
            while self.open[-1].tag != tag:  # so that one slip isn't told again and again
                self.close_element()
        self.close_element()

    def handle_data(self, data: str) -> None:
        """Adds text, with each run of spaces as one."""
        self.check_seen(data)
        if has_long_word(data):
            self.report("too-long", WORD_TOO_LONG)
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

    def handle_comment(self, data: str) -> None:  # noqa: ARG002  the parser gives it
        """Refuses comments: they would end in the reader's file."""
        self.report("comment", "write comments as {# … #}, not <!-- … -->")

    def handle_decl(self, decl: str) -> None:
        """Refuses declarations."""
        self.report("unknown-element", f"<!{decl}> is no element of a page")

    def handle_pi(self, data: str) -> None:
        """Refuses processing instructions."""
        self.report("unknown-element", f"<?{data}> is no element of a page")

    def unknown_decl(self, data: str) -> None:
        """Refuses marked sections, of which a browser would drop the text."""
        self.report("unknown-element", f"<![{data}]]> is no element of a page")

    def finish(self) -> tuple[Element, ...]:
        """The page's blocks."""
        for element in self.open[1:]:
            message = f"<{element.tag}> is never closed"
            self.problems[Problem(element.place, "unbalanced", message[:LONGEST])] = None
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

    def check_size(self) -> None:
        self.left -= 1
        if len(self.open) > MAX_DEPTH:
            raise TemplateError([Problem(self.place, "too-deep", f"nested over {MAX_DEPTH} deep")])
        if self.left < 0:
            raise too_many(self.place)

    def check_seen(self, text: str) -> None:
        """Refuses what nobody sees, as the register does: some files can't even hold it."""
        if found := REFUSED.search(text):
            problem = refused(found[0], self.place)
            self.report(problem.code, problem.message)

    def report(self, code: str, message: str) -> None:
        self.problems[Problem(self.place, code, message[:LONGEST])] = None
        if len(self.problems) > MOST_PROBLEMS:
            raise TemplateError(self.problems)
