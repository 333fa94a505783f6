"""What a header or footer holds: what is left out of it, and what is refused."""

from typing import cast

from lxml import etree

from briefgen.writers.docx.letterhead.unfit import Unfit, damaged, shown
from briefgen.writers.docx.letterhead.vocabulary import (
    CONTENT,
    DECORATIVE_EXTENSION,
    GRAPHICS,
    IN_DRAWINGS_LEFT_OUT,
    LEFT_OUT,
    MC,
    NAMED,
    OFFICE_SHAPES,
    PROPERTIES,
    SHAPES,
    TRACKED,
    UNDERSTOOD,
    W14,
    WRAPPERS,
    A,
    O,
    W,
)
from briefgen.writers.docx.markup import Xml
from briefgen.writers.docx.names import qn

PROMPT = "a field to fill in still shows its prompt '{}'; fill it in, or delete it"
CHANGED = "header or footer holds tracked changes; accept or reject them all in Word"
STRANGE = "header or footer holds {}, which can't be taken over; take it out"
OFF = ("0", "false", "off")


def elements(root: Xml) -> list[Xml]:
    """An element and all that it holds, in their order."""
    return cast(list[Xml], list(root.iter("*")))


def name_of(element: Xml) -> tuple[str, str]:
    """An element's namespace and its name there."""
    name = etree.QName(element)
    return name.namespace or "", name.localname


def is_on(element: Xml | None) -> bool:
    """Whether a property stands there and isn't said to be off."""
    return element is not None and element.get(qn("w:val"), "1") not in OFF


def keep_content(root: Xml) -> None:
    """Leaves in a header or footer what can be taken over; raises Unfit for what can't be."""
    check_prompts(root)
    choose_drawings(root)
    for element in elements(root):
        leave_out(element)
    for element in elements(root):
        check_element(element)


def check_prompts(root: Xml) -> None:
    for control in root.iter(qn("w:sdt")):
        prompt = control.find(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}")
        if is_on(prompt):
            words = "".join(each.text or "" for each in control.iter(qn("w:t")))
            raise Unfit("prompt", PROMPT.format(shown(words)))


def choose_drawings(root: Xml) -> None:
    """Of two ways to draw the same keeps those that are known: the newer needs its fallback."""
    for either in elements(root):
        if either.tag != f"{{{MC}}}AlternateContent":
            continue
        for choice in either.findall(f"{{{MC}}}Choice"):
            spaces = {choice.nsmap.get(prefix) for prefix in choice.get("Requires", "").split()}
            if not spaces <= UNDERSTOOD:
                either.remove(choice)
        fallback = either.find(f"{{{MC}}}Fallback")
        if either.find(f"{{{MC}}}Choice") is None:
            replace(either, [] if fallback is None else cast(list[Xml], list(fallback)))


def leave_out(element: Xml) -> None:
    """Takes away an element that doesn't show, or puts what it holds in its place."""
    space, name = name_of(element)
    if space == W and (name in WRAPPERS or leads_to_bookmark(element)):
        replace(element, cast(list[Xml], list(element)))
    elif (space == W and name in LEFT_OUT) or (space == A and has_no_use(element, name)):
        replace(element, [])


def leads_to_bookmark(element: Xml) -> bool:
    """Whether this is a link to a bookmark, which stays behind."""
    return element.tag == qn("w:hyperlink") and element.get(qn("r:id")) is None


def has_no_use(element: Xml, name: str) -> bool:
    """Whether this part of a drawing leads elsewhere, or is an addition to it that isn't needed."""
    if name == "ext":
        return element.get("uri") not in (None, DECORATIVE_EXTENSION)
    return name in IN_DRAWINGS_LEFT_OUT or (name == "extLst" and not has_decorative(element))


def has_decorative(extensions: Xml) -> bool:
    return any(each.get("uri") == DECORATIVE_EXTENSION for each in extensions)


def replace(element: Xml, others: list[Xml]) -> None:
    """Puts others into the place of an element."""
    parent = element.getparent()
    if parent is None:
        raise damaged("its header or footer is none")
    place = parent.index(element)
    parent.remove(element)
    for number, other in enumerate(others):
        parent.insert(place + number, other)


def check_element(element: Xml) -> None:
    """Raises Unfit for an element that doesn't belong to the letterhead's vocabulary."""
    space, name = name_of(element)
    if space == W and name in TRACKED:
        raise Unfit("tracked-changes", CHANGED)
    if not is_known(element, space, name):
        raise Unfit("element", STRANGE.format(NAMED.get(name, f"'{shown(name)}'")))


def is_known(element: Xml, space: str, name: str) -> bool:
    if (space, name) == (A, "graphicData"):
        return element.get("uri") in GRAPHICS
    if space == W and name in CONTENT | PROPERTIES:
        return True
    if space in (W, W14):
        above = (name_of(each) for each in element.iterancestors())
        return any(space == W and name in PROPERTIES for space, name in above)
    return space in SHAPES or space == MC or (space == O and name in OFFICE_SHAPES)
