"""What the tokens of a house style name must be in the same file: colours, fonts, roles."""

from collections.abc import Mapping

from briefgen.problems import quoted
from briefgen.register.ids import did_you_mean
from briefgen.register.wrong import wrong_at
from briefgen.rendering.card_tokens import Card, Fit
from briefgen.rendering.tokens import Name, RoleStyle, Sheet

Steps = tuple[str, ...]
"""The keys that lead to a token within its role."""
LEAST_LINE = 10
"""Millimetres that a line on a card needs."""


def require(
    group: str,
    owner: str,
    kind: str,
    named: Mapping[Steps, Name | None],
    known: Mapping[str, object],
) -> None:
    """Raises the error of a value, at its place, for a name that is not known."""
    for steps, name in named.items():
        if name is not None and name not in known:
            said = f"the {group.removesuffix('s')} '{owner}' names no {kind} of this style"
            near = did_you_mean(name, list(known))
            raise wrong_at(f"{said}: {quoted(name)}{near}", group, owner, *steps)


def check_room(name: str, card: Card, sheet: Sheet) -> None:
    """The same for a card that is larger than the paper, or that leaves its texts no room."""
    margins = sheet.margins
    wide = sheet.width - margins.left - margins.right
    high = sheet.height - margins.top - margins.bottom
    if card.width * card.across > wide:
        told = f"{card.across} of {card.width} mm don't fit beside one another into {wide} mm"
        raise wrong_at(f"{told}, the width of its sheet's text", "cards", name, "width")
    if card.height > high:
        told = f"{card.height} mm don't fit into {high} mm, the height of its sheet's text"
        raise wrong_at(told, "cards", name, "height")
    if card.line_length < LEAST_LINE:
        told = f"the padding leaves lines of {card.line_length} mm; they need {LEAST_LINE}"
        raise wrong_at(told, "cards", name, "padding")


def check_fit(card: str, part: str, fit: Fit, roles: Mapping[str, RoleStyle]) -> None:
    """The same for a text on a card that could be set in a role which there isn't."""
    if fit.first > fit.last:
        raise wrong_at("'first' is beyond 'last'; exchange them", "cards", card, "fits", part)
    for step in range(fit.first, fit.last + 1):
        if f"p.{part}-{step}" not in roles:
            message = f"the style has no role 'p.{part}-{step}', which a card names; add it"
            raise wrong_at(message, "cards", card, "fits", part)
