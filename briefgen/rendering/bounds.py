"""The limits that a rule sets to the figures of a house style, by the keys that lead to them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from briefgen.problems import quoted
from briefgen.register.ids import did_you_mean
from briefgen.rendering.tokens import Tokens

Steps = tuple[str, ...]
Path = str
"""Keys with dots between them, `roles.p.kicker.size`; a role's own name may hold one."""
Limits = tuple[Decimal, Decimal]
Found = Mapping[Path, tuple[Steps, object]]
"""What a style holds, by the path that leads to it."""
BOUNDS = "bounds"


@dataclass(frozen=True)
class Breach:
    """Something that is wrong with a bound or with its figure: the keys to it, and what."""

    steps: Steps
    message: str
    of_key: bool = False


def breaches(style: Tokens, bounds: Mapping[Path, Limits]) -> Iterator[Breach]:
    """The figures of a style that break its bounds, and bounds that are of no figure."""
    if not bounds:
        return
    found: Found = {".".join(steps): (steps, value) for steps, value in below((), style)}
    for path, limits in bounds.items():
        here = next((each for each in and_above(path) if leads_there(each, path, found)), None)
        if here is None:
            message = f"no figure is at {quoted(path)}{did_you_mean(path, list(found))}"
            yield Breach((BOUNDS, path), message, of_key=True)
        elif limits[0] > limits[1]:
            message = f"{limits[0]} is more than {limits[1]}; exchange them"
            yield Breach((BOUNDS, path), message)
        elif problem := outside(found[here][1], *limits):
            yield Breach(found[here][0], f"{quoted(found[here][0][-1])} {problem}")


def below(steps: Steps, value: object) -> Iterator[tuple[Steps, object]]:
    """Everything that a style holds, groups left out."""
    match value:
        case Tokens():
            held = dict(value)
        case Mapping():
            held = {str(key): each for key, each in value.items()}
        case _:
            yield steps, value
            return
    for key, each in held.items():
        yield from below((*steps, key), each)


def and_above(path: Path) -> Iterator[Path]:
    """A path, and the shorter ones that it goes along."""
    while path:
        yield path
        path = path.rpartition(".")[0]


def leads_there(path: Path, wanted: Path, found: Found) -> bool:
    """Whether a path is the wanted one, or ends on the way at something that is not set."""
    return path in found and (path == wanted or found[path][1] is None)


def outside(figure: object, least: Decimal, most: Decimal) -> str:
    """Why a figure breaks its bounds; empty when it keeps them."""
    said = f"the style's bounds are {least} to {most}" if least < most else f"it must be {least}"
    if figure is None:
        return f"is not set; {said}"
    if isinstance(figure, bool) or not isinstance(figure, int | Decimal):
        return "is no figure, so it has no bounds"
    return "" if least <= figure <= most else f"is {figure}; {said}"
