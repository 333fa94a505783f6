"""The properties that tokens give to words and paragraphs, in the order of the schema."""

from collections.abc import Iterator
from decimal import Decimal

from briefgen.rendering.style import Style
from briefgen.rendering.tokens import Font, Line, RoleStyle
from briefgen.writers.docx.markup import Twips, Xml, eighths, half_points, switch, twips, w

ALIGNMENTS = {"left": "left", "right": "right", "centre": "center", "justified": "both"}
THIN = Decimal("0.5")
"""The width of the line around a filled paragraph, which has the colour of the fill."""


def word_properties(tokens: RoleStyle, style: Style, *, hint: bool = False) -> Iterator[Xml]:
    """What tokens say of words: font, weight, colour, size; `hint` for East Asian letters."""
    if tokens.font or hint:
        yield fonts(style.fonts[tokens.font] if tokens.font else None, hint=hint)
    yield from toggles(tokens)
    if tokens.colour:
        yield w("color", val=style.colours[tokens.colour])
    if tokens.spacing is not None:
        yield w("spacing", val=twips(tokens.spacing))
    if tokens.size is not None:
        yield w("sz", val=half_points(tokens.size))
        yield w("szCs", val=half_points(tokens.size))
    if tokens.fill:
        yield shading(style.colours[tokens.fill])
    if tokens.raised is not None:
        yield w("vertAlign", val="superscript" if tokens.raised else "baseline")


def fonts(font: Font | None, *, hint: bool) -> Xml:
    made = w("rFonts", hint="eastAsia") if hint else w("rFonts")
    if font:
        east_asian = w("rFonts", eastAsia=font.east_asian)
        latin = w("rFonts", ascii=font.latin, hAnsi=font.latin, cs=font.latin)
        made.attrib.update({**latin.attrib, **east_asian.attrib})
    return made


def toggles(tokens: RoleStyle) -> Iterator[Xml]:
    for name, on in (("b", tokens.bold), ("i", tokens.italic)):
        if on is not None:
            yield switch(name, on=on)
            yield switch(f"{name}Cs", on=on)
    if tokens.capitals is not None:
        yield switch("caps", on=tokens.capitals)


def shading(colour: str) -> Xml:
    """A background of one colour."""
    return w("shd", val="clear", color="auto", fill=colour)


def border(side: str, line: Line, style: Style) -> Xml:
    """A line at one side of a paragraph, a cell or a table."""
    colour = style.colours[line.colour]
    space = int(line.distance)
    return w(side, val="single", sz=eighths(line.width), space=space, color=colour)


def paragraph_borders(tokens: RoleStyle, padding: Decimal, style: Style) -> Xml | None:
    """The lines of a paragraph; a filled one has lines of its colour that reach to its edge."""
    if tokens.fill and padding:
        colour, space = style.colours[tokens.fill], int(padding)
        sides = ("top", "left", "bottom", "right")
        made = [
            w(side, val="single", sz=eighths(THIN), space=space, color=colour) for side in sides
        ]
        return w("pBdr", *made)
    # A rule that is only a share of its text in length is a paragraph of its own.
    below = tokens.below if tokens.below and tokens.below.share is None else None
    lines = {"top": tokens.above, "bottom": below}
    drawn = [border(side, line, style) for side, line in lines.items() if line]
    if below and not tokens.above:  # Word else draws one line below several paragraphs
        drawn.append(border("between", below, style))
    return w("pBdr", *drawn) if drawn else None


def line_spacing(tokens: RoleStyle, lasting: RoleStyle) -> Xml | None:
    """The height of a paragraph's lines and the space before and after it.

    `lasting` are the tokens with those that they derive from: a height and whether it is exact
    are one property in Word.
    """
    set_here: dict[str, str | int] = {}
    if tokens.before is not None:
        set_here["before"] = twips(tokens.before)
    if tokens.after is not None:
        set_here["after"] = twips(tokens.after)
    if (tokens.line, tokens.exact) != (None, None) and lasting.line is not None:
        rule = "exact" if lasting.exact else "atLeast"
        set_here |= {"line": twips(lasting.line), "lineRule": rule}
    return w("spacing", **set_here) if set_here else None


def indents(tokens: RoleStyle, padding: Decimal = Decimal(0)) -> Xml | None:
    """Where a paragraph's lines begin: a hanging one's first line stands out to the left."""
    hanging = tokens.hanging or Decimal(0)
    left = hanging if tokens.indent is None else tokens.indent
    if not (left or hanging or padding or tokens.indent_right or tokens.first_line):
        return None
    # The line around a filled paragraph ends where the text of others begins.
    edge = padding + THIN if padding else Decimal(0)
    sides = {"left": twips(left + edge)}
    if padding or tokens.indent_right is not None:
        sides["right"] = twips((tokens.indent_right or Decimal(0)) + edge)
    return w("ind", **sides, **first_line(hanging, tokens.first_line))


def first_line(hanging: Decimal, further: Decimal | None) -> dict[str, Twips]:
    """Where the first line begins: further left than the others, or further right."""
    moved = twips((further or Decimal(0)) - hanging)
    return {"firstLine": moved} if further is not None and moved >= 0 else {"hanging": -moved}


def no_indents() -> Xml:
    """That a paragraph's lines begin and end at the margins, whatever its style builds on."""
    return w("ind", left=0, right=0, firstLine=0)
