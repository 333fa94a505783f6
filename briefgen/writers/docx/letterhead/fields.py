"""Fields: what Word fills in by itself, such as the number of a page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from briefgen.writers.docx.letterhead.safety import is_address
from briefgen.writers.docx.letterhead.unfit import Unfit, damaged, shown
from briefgen.writers.docx.markup import Xml
from briefgen.writers.docx.names import qn

ALLOWED = ("PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "HYPERLINK", "IF", "=")
REACHING_OUT = (
    *("DATABASE", "DDE", "DDEAUTO", "EMBED", "HTMLACTIVEX", "IMPORT", "INCLUDE", "INCLUDEPICTURE"),
    *("INCLUDETEXT", "LINK", "MACROBUTTON", "RD"),
)
NAME = re.compile(r'\s*(=|[A-Za-z]+(?=[\s"\\]|$))')
LINK = re.compile(r'\s*HYPERLINK\s+"?([^\s"\0]+)"?(?:\s[^\0]*)?', re.IGNORECASE)
INNER = "\0"
"""Where a field stands within the instruction of another: its result is not known before."""
REACHES = "its field {} reaches out of the file; take it out"
UNKNOWN = "its field {} can't be taken over; write its text by hand"
LEADS = "its link '{}' leads to a file or program; links may lead to web and e-mail addresses only"
UNBALANCED = "one of its fields has no beginning or no end"


@dataclass
class Open:
    """A field while it is read: its instruction so far, and whether its result has begun."""

    pieces: list[str] = field(default_factory=list)
    has_result: bool = False


@dataclass(frozen=True)
class Field:
    """A field's instruction, and the instructions of the fields that it stands in."""

    instruction: str
    around: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The field's name in capitals; nothing when another field is to give it."""
        found = NAME.match(self.instruction)
        return found[1].upper() if found else ""

    @property
    def is_page_number(self) -> bool:
        """Whether the number of the page shows here, rather than being asked for in a condition."""
        return self.name == "PAGE" and all(Field(each).name == "=" for each in self.around)


def fields(root: Xml) -> Iterator[Field]:
    """All fields of a header or footer; raises Unfit when one of them isn't closed."""
    stack: list[Open] = []
    for element in root.iter(*TAGS):
        match element.tag:
            case tag if tag == SIMPLE:
                around = tuple("".join(each.pieces) for each in stack)
                yield Field(element.get(qn("w:instr"), ""), around)
                write(INNER, stack)
            case tag if tag == CHARACTER:
                yield from step(element.get(qn("w:fldCharType"), ""), stack)
            case _:
                write(element.text or "", stack)
    if stack:
        raise damaged(UNBALANCED)


CHARACTER, SIMPLE = qn("w:fldChar"), qn("w:fldSimple")
TAGS = (SIMPLE, CHARACTER, qn("w:instrText"), qn("w:t"))


def step(kind: str, stack: list[Open]) -> Iterator[Field]:
    """A field begins, shows its result or ends."""
    if kind == "begin":
        write(INNER, stack)
        stack.append(Open())
        return
    if not stack:
        raise damaged(UNBALANCED)
    if kind == "separate":
        stack[-1].has_result = True
        return
    ended = stack.pop()
    yield Field("".join(ended.pieces), tuple("".join(each.pieces) for each in stack))


def write(text: str, stack: list[Open]) -> None:
    """Adds to the instruction that a text is part of, if it is part of one."""
    waiting = [each for each in stack if not each.has_result]
    if waiting:
        waiting[-1].pieces.append(text)


def check_fields(root: Xml) -> None:
    """Raises Unfit when a field reaches out of the file, or shows what no letterhead knows."""
    for each in fields(root):
        if each.name in REACHING_OUT:
            raise Unfit("outside", REACHES.format(each.name))
        if each.name not in ALLOWED:
            raise Unfit("field", UNKNOWN.format(shown(each.name) or "without a name"))
        if each.name == "HYPERLINK":
            check_link(each.instruction)


def check_link(instruction: str) -> None:
    link = LINK.fullmatch(instruction)
    if link is None or not is_address(link[1]):
        raise Unfit("outside", LEADS.format(shown(link[1] if link else instruction)))


def shows_page_number(root: Xml) -> bool:
    """Whether a header or footer numbers its page."""
    return any(each.is_page_number for each in fields(root)) or bool(list(root.iter(qn("w:pgNum"))))
