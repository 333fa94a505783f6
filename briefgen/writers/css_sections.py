"""Sections in CSS that have a place of their own: side by side, at the bottom, on new pages."""

from collections.abc import Iterator

from briefgen.rendering.style import Style
from briefgen.rendering.tokens import Columns
from briefgen.writers.css_values import rule


def sections(style: Style) -> str:
    """The rules of all sections that don't simply stand one below the other."""
    return "".join(
        [beside(name, role.columns) for name, role in style.roles.items() if role.columns]
        + [at_bottom(name) for name, role in style.roles.items() if role.at_bottom]
        + [rule(name, [f"page: {page}", "break-before: page"]) for name, page in restarted(style)]
    )


def restarted(style: Style) -> Iterator[tuple[str, str]]:
    """The roles of sections whose pages are counted from 1, and the names of these pages."""
    for name, role in style.roles.items():
        if role.restart_pages:
            yield name, name.rpartition(".")[2]


def beside(name: str, columns: Columns) -> str:
    """The cells of one row, which can be broken between pages as flexible boxes can't."""
    total = sum(columns)
    row = ["display: table", "table-layout: fixed", "width: 100%"]
    cells = rule(f"{name} > section", ["display: table-cell", "vertical-align: top"])
    widths = [
        rule(f"{name} > section:nth-child({place})", [f"width: {100 * share / total:.3f}%"])
        for place, share in enumerate(columns, start=1)
    ]
    return rule(name, row) + cells + "".join(widths)


def at_bottom(name: str) -> str:
    """A note at the foot that nothing calls: if it has no room, its page is the next one."""
    place = ["float: footnote", "footnote-policy: line"]
    signs = f"{name}::footnote-call, {name}::footnote-marker"
    return (
        rule(name, place)
        + rule(signs, ["content: none"])
        + "@page { @footnote { margin-top: 0; } }\n"
    )
