"""The tokens of a house style: sheets of paper, fonts, lines, the look of a role, cards."""

import re
from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from briefgen.problems import quoted
from briefgen.register.models.entries import Number
from briefgen.register.wrong import wrong_at

Points = Annotated[Number, Field(ge=0, le=100)]
Size = Annotated[Number, Field(ge=1, le=100)]
"""Of letters and lines, in points: what is smaller hides a text."""
Spacing = Annotated[Number, Field(ge=-5, le=100)]
"""Between letters, in points; less than nothing brings them closer together."""
Share = Annotated[Number, Field(gt=0, le=1)]
Millimetres = Annotated[Number, Field(ge=0, le=500)]
Name = Annotated[str, Field(max_length=100)]
"""The name of a colour or a font that the same file defines."""
LEAST_ROOM = 50
"""Millimetres that the text on a sheet needs each way."""
FILE_NAME = re.compile(r"[^\W_][\w .-]{0,100}\.docx")


def check_file_name(name: str) -> str:
    if not FILE_NAME.fullmatch(name):
        told = f"{quoted(name)} is no name of a Word file beside the templates"
        raise ValueError(f"{told}; write one such as letterhead-party.docx")
    return name


FileName = Annotated[str, AfterValidator(check_file_name)]
"""A Word file in a folder of templates: no path leads out of it."""
ROLE_NAME = re.compile(r"[a-z][a-z0-9-]*(\.[^\W\d_][\w-]*)?")


def check_role_name(name: str) -> str:
    if not ROLE_NAME.fullmatch(name):
        message = "is no name of a role; write an element, or one and a word: p.note"
        raise ValueError(f"{quoted(name)} {message}")
    return name


RoleName = Annotated[str, AfterValidator(check_role_name)]
"""An element with a role or without one; it becomes a selector of CSS as it is."""


class Tokens(BaseModel):
    """A group of tokens: known keys only, unchanging."""

    # Built only when a file is read by it, and not once more for itself when another holds it.
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)


class Margins(Tokens):
    """The page's margins in millimetres."""

    top: Millimetres
    right: Millimetres
    bottom: Millimetres
    left: Millimetres


class Sheet(Tokens):
    """The paper, and how far header and footer stand from its edge; in millimetres."""

    width: Millimetres
    height: Millimetres
    margins: Margins
    header: Millimetres
    footer: Millimetres

    @model_validator(mode="after")
    def margins_leave_room(self) -> Self:
        """Text has room between the margins."""
        margins = self.margins
        for name, length, taken in (
            ("width", self.width, margins.left + margins.right),
            ("height", self.height, margins.top + margins.bottom),
        ):
            if length - taken < LEAST_ROOM:
                left = f"the margins leave {length - taken} mm of the {name} for text"
                raise wrong_at(f"{left}; it needs {LEAST_ROOM}", name)
        return self


class Font(Tokens):
    """A font role: families embedded in PDF in order of preference, and families that Word has."""

    pdf: Annotated[tuple[Name, ...], Field(min_length=1, max_length=20)]
    generic: Literal["serif", "sans-serif"]
    latin: Name
    east_asian: Name


class Line(Tokens):
    """A line above or below something; width and distance from the text in points."""

    width: Points
    colour: Name
    distance: Points = Decimal(0)
    share: Share | None = None
    """Of a rule below a text: how long it is, as a share of the text's longest line, in whose
    middle it stands; without one a line runs over the whole width."""


Numbering = Literal["decimal", "bullet", "upper-roman", "lower-letter", "chinese", "none"]
"""`none` takes back what the tag's own role says."""
NumberForm = Annotated[str, Field(pattern="^[^%]{0,10}%[^%]{0,10}$")]
Columns = Annotated[
    tuple[Annotated[int, Field(ge=1, le=100)], ...], Field(min_length=2, max_length=20)
]


class PageNumbers(Tokens):
    """Where pages bear their numbers and how these are written.

    They have the look of the role `page-number` if there is one, else that of the foot. `right`
    is the foot's right end, `head` the middle of the top margin, `outer` the foot's end that is
    away from the binding: to the right on odd pages, to the left on even ones.
    """

    place: Literal["right", "head", "outer"] = "right"
    form: Literal["counted", "bare", "dashed"] = "counted"
    """`Page 1 of 4`, `1`, `— 1 —`."""
    on_first: bool = True


class RoleStyle(Tokens):
    """How one role looks: one CSS rule and one Word style; sizes and distances in points."""

    word: Name | None = None
    font: Name | None = None
    size: Size | None = None
    line: Size | None = None
    bold: bool | None = None
    italic: bool | None = None
    capitals: bool | None = None
    raised: bool | None = None
    spacing: Spacing | None = None
    exact: bool | None = None
    """Whether `line` is the distance of all lines, rather than the least."""
    colour: Name | None = None
    fill: Name | None = None
    align: Literal["left", "right", "centre", "justified"] | None = None
    before: Points | None = None
    after: Points | None = None
    indent: Points | None = None
    indent_right: Points | None = None
    hanging: Points | None = None
    first_line: Points | None = None
    """How far the first line is indented more than the others."""
    padding: Points | None = None
    keep_with_next: bool | None = None
    keep_together: bool | None = None
    new_page: bool | None = None
    above: Line | None = None
    below: Line | None = None
    grid: Line | None = None
    """Of a table: the line around each of its cells."""
    numbering: Numbering | None = None
    number_form: NumberForm | None = None
    """How a number is written, `%` standing for it: `%.`, `%)`, `（%）`; what follows it then
    comes straight after, unless the role has `hanging`."""
    number_colour: Name | None = None
    bullet: Annotated[str, Field(min_length=1, max_length=2)] | None = None
    """What stands before an item that bears no number: `•` without one."""
    columns: Columns | None = None
    """Of a section: the shares of the width in which the sections that it holds stand side by
    side."""
    restart_pages: bool | None = None
    """Of a section: whether it begins on a new page, and its pages are counted from 1."""
    at_bottom: bool | None = None
    """Of a section: whether it stands at the bottom of its page's text."""


PLAIN = RoleStyle.model_construct()
"""What no role says anything of; made without what checks a file, which takes long to build."""
