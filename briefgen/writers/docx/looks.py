"""A house style as Word needs it: each role with all its tokens, its Word style and its box."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from briefgen.problems import Place, Problem, TemplateError
from briefgen.rendering.page import Element
from briefgen.rendering.style import Style
from briefgen.rendering.tokens import PLAIN, RoleStyle

RoleName = str
"""A key of a style's roles: `p.kicker`, `p`; and `ol li` for the plain item of an ordered list."""

TEXT = "body"
"""The role from which all others derive."""
ORDERED_ITEM = "ol li"
PAGE_NUMBER = "page-number"


@dataclass(frozen=True)
class Look:
    """A house style with its cascade done: the tokens of `p` count for `p.kicker` too."""

    style: Style
    roles: Mapping[RoleName, RoleStyle]
    ids: dict[RoleName, str] = field(default_factory=dict, compare=False)
    """The ids of Word styles that were asked for."""

    def role_of(self, element: Element) -> RoleName:
        """The role of the style that an element has."""
        if len(element.roles) > 1:
            message = f"<{element.tag}> can have one role in Word, not {len(element.roles)}"
            raise refused(element, message)
        name = f"{element.tag}.{element.roles[0]}" if element.roles else element.tag
        if name not in self.roles:
            raise refused(element, f"the style '{self.style.name}' has no role '{name}'")
        return name

    def word_style(self, role: RoleName, place: Place) -> str:
        """The id of a role's Word style."""
        if role not in self.ids:
            tokens = self.roles.get(role)
            if tokens is None or tokens.word is None:
                message = f"the style '{self.style.name}' names no Word style for '{role}'"
                raise TemplateError([Problem(place, "no-word-style", message)])
            self.ids[role] = style_id(tokens.word)
        return self.ids[role]

    def own(self, role: RoleName) -> RoleStyle:
        """The tokens that a role itself sets, without those of its tag."""
        return self.style.roles.get(role, self.roles[role])

    def base(self, role: RoleName) -> RoleName | None:
        """The role whose Word style this role's builds on, if it is not the text's own."""
        tag, _, particular = role.partition(".")
        general = self.roles.get(tag)
        return tag if particular and general and general.word else None

    @property
    def numbers_in_head(self) -> bool:
        """Whether the number of a page is a paragraph of its own, rather than words in the foot."""
        return self.style.page_numbers.place == "head"

    def box(self, role: RoleName) -> RoleStyle | None:
        """The box that a role is named after: `aside.glance` is the box of `p.glance-title`."""
        particular = role.partition(".")[2]
        for name, tokens in self.roles.items():
            tag, _, box = name.partition(".")
            if tag == "aside" and box and f"{particular}-".startswith(f"{box}-"):
                return tokens
        return None

    def padding(self, role: RoleName) -> Decimal:
        """How far a paragraph's text stands from the edge of its box."""
        return (self.box(role) or self.roles[role]).padding or Decimal(0)


def look_of(style: Style) -> Look:
    """The look that a house style gives a Word document."""
    return Look(style, dict(cascade(style)))


def cascade(style: Style) -> Iterator[tuple[RoleName, RoleStyle]]:
    for role, tokens in style.roles.items():
        tag, _, particular = role.partition(".")
        general = style.roles.get(tag) if particular else None
        # All is handed down but the name: no two roles are the same Word style.
        own_name = {"word": tokens.word}
        yield role, merged(general, tokens).model_copy(update=own_name) if general else tokens
    item = style.roles.get("li")
    if item and item.numbering == "bullet" and ORDERED_ITEM not in style.roles:
        changes = {"word": "List Number", "numbering": "decimal"}
        yield ORDERED_ITEM, item.model_copy(update=changes)


def merged(*tokens: RoleStyle) -> RoleStyle:
    """Tokens over tokens: what a later one sets replaces what an earlier one set."""
    result = PLAIN
    for each in tokens:
        given = {name: value for name, value in each if value is not None}
        result = result.model_copy(update=given)
    return result


def style_id(word_name: str) -> str:
    """The id under which Word knows a style: `heading 1` is `Heading1`."""
    words = re.findall(r"\w+", word_name)
    return "".join(word[0].upper() + word[1:] for word in words)


def refused(element: Element, message: str) -> TemplateError:
    """The error that ends the writing at what has no form in Word: nothing is dropped silently."""
    return TemplateError([Problem(element.place, "no-word-form", message)])


def lookless(element: Element) -> None:
    """Refuses a role on an element that only groups others, and has no look in Word."""
    if element.roles:
        raise refused(element, f"'{element.names[0]}' can't have a look of its own in Word")
