"""Tokens as CSS values."""

from collections.abc import Iterable
from decimal import Decimal

from briefgen.rendering.style import Style
from briefgen.rendering.tokens import Font, Line


def points(value: Decimal | None) -> str | None:
    return None if value is None else f"{value}pt"


def colour(name: str, style: Style) -> str:
    return f"#{style.colours[name]}"


def border(line: Line | None, style: Style) -> str | None:
    return f"{line.width}pt solid {colour(line.colour, style)}" if line else None


def families(tokens: Font, style: Style) -> str:
    """The role's own families, then the style's others: what one lacks, another may have."""
    others = sorted(style.fonts.values(), key=lambda font: font.generic != tokens.generic)
    names = dict.fromkeys(name for font in (tokens, *others) for name in font.pdf)
    return ", ".join([*map(css_string, names), tokens.generic])


def rule(subject: str, lines: Iterable[str]) -> str:
    """A rule of declarations; nothing without any."""
    inner = "; ".join(lines)
    return f"{subject} {{ {inner}; }}\n" if inner else ""


def css_string(text: str) -> str:
    """A text as CSS writes it, safe whatever it holds."""
    escaped = "".join(
        character if character.isalnum() or character in " .,-·–/():" else f"\\{ord(character):x} "
        for character in text
    )
    return f'"{escaped}"'
