"""What the tokens of a house style name must be in the same file: colours, fonts, roles."""

from collections.abc import Mapping

from briefgen.problems import quoted
from briefgen.register.ids import did_you_mean
from briefgen.register.wrong import wrong_at
from briefgen.rendering.card_tokens import Fit
from briefgen.rendering.tokens import Name, RoleStyle

Steps = tuple[str, ...]
"""The keys that lead to a token within its role."""


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


def check_fit(card: str, part: str, fit: Fit, roles: Mapping[str, RoleStyle]) -> None:
    """The same for a text on a card that could be set in a role which there isn't."""
    if fit.first > fit.last:
        raise wrong_at("'first' is beyond 'last'; exchange them", "cards", card, "fits", part)
    for step in range(fit.first, fit.last + 1):
        if f"p.{part}-{step}" not in roles:
            message = f"the style has no role 'p.{part}-{step}', which a card names; add it"
            raise wrong_at(message, "cards", card, "fits", part)
