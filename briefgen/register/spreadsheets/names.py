"""Names as cells hold them: a form of address in front, further scripts below or beside."""

from dataclasses import dataclass, replace

from briefgen.register.spreadsheets.spelling import HAN, folded, is_chinese, tidy

ABBREVIATED = ("H.E.", "Mr.", "Mrs.", "Ms.", "Dr.", "Prof.", "TS.", "PGS.", "GS.", "ThS.", "Đ/c")
IN_FULL = (
    *("His Excellency", "Her Excellency", "Mr", "Mrs", "Ms", "Miss", "Mme", "Dr", "Professor"),
    *("Madam", "Sir", "Ông", "Bà", "Ngài", "Đồng chí"),
)
HONORIFICS = (*ABBREVIATED, *IN_FULL)
AFTER_CHINESE = ("先生", "女士", "同志", "阁下", "閣下", "小姐", "博士", "教授")
BY_LENGTH = sorted(HONORIFICS, key=len, reverse=True)


@dataclass(frozen=True)
class Name:
    """One spelling of a name without the form of address that stood beside it.

    The language is told only where a column is for names in one.
    """

    text: str
    honorific: str = ""
    language: str = ""


def name_of(text: str) -> Name:
    """A name and its form of address, if there is one; a single word is always the name."""
    line = tidy(text)
    for honorific in AFTER_CHINESE:
        if line.endswith(honorific) and len(line) > len(honorific) + 1:
            return Name(line.removesuffix(honorific).strip(), honorific)
    for honorific in BY_LENGTH:
        rest = line[len(honorific) :]
        if (
            folded(line).startswith(folded(honorific))
            and rest[:1] in {" ", "."}
            and rest.strip(" .")
        ):
            inner = name_of(rest.strip(" ."))
            return Name(inner.text, f"{line[: len(honorific)]} {inner.honorific}".strip())
    return Name(line)


def is_honorific(text: str) -> bool:
    """Whether a text is nothing but a form of address."""
    known = {folded(each).rstrip(".") for each in (*HONORIFICS, *AFTER_CHINESE)}
    return folded(text).rstrip(".") in known


def names_in(line: str) -> tuple[Name, ...]:
    """The spellings that a line holds: two where it is in two scripts, `Mr Liu Ning 刘宁`."""
    whole = name_of(line)
    found = (name_of(text) for text in scripts_of(whole.text))
    return tuple(
        replace(name, honorific=whole.honorific or name.honorific) for name in found if name.text
    )


def scripts_of(line: str) -> tuple[str, ...]:
    """A line in its parts by script, the first one first."""
    latin = tidy(HAN.sub(" ", line)).strip(" ()（）/·,、")
    if not is_chinese(line) or not any(sign.isalpha() for sign in latin):
        return (line,)
    chinese = "".join(HAN.findall(line))
    return (chinese, latin) if HAN.match(line) else (latin, chinese)
