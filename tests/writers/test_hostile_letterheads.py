"""Letterheads that are damaged at random: each is refused with a line, or taken and written."""

import io
import random
import zipfile
from collections.abc import Callable
from copy import deepcopy

import pytest
from docx_reading import Xml, page_of, part, plain_style
from letterheads import NAME, good_members, packed
from lxml import etree

from briefgen.problems import TemplateError
from briefgen.rendering.letterheads import LetterheadFile
from briefgen.writers.docx import write_docx

EACH = 60
"""So often each kind of damage is done."""
HTML = "<p>Text</p>"
Members = dict[str, bytes]
Damage = Callable[[Members, random.Random], bytes]


def good() -> Members:
    with zipfile.ZipFile(io.BytesIO(packed(good_members()))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def flipped(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def some_bytes_of_the_file(members: Members, chance: random.Random) -> bytes:
    return flipped(packed(members), chance)


def its_end(members: Members, chance: random.Random) -> bytes:
    data = packed(members)
    return data[: chance.randrange(len(data))]


def some_parts(members: Members, chance: random.Random) -> bytes:
    lost = set(chance.sample(sorted(members), chance.randint(1, 3)))
    return packed({name: data for name, data in members.items() if name not in lost})


def some_bytes_of_a_part(members: Members, chance: random.Random) -> bytes:
    name = chance.choice(sorted(members))
    return packed({**members, name: flipped(members[name], chance)})


def the_tree_of_a_part(members: Members, chance: random.Random) -> bytes:
    """What is well-formed still, so that only its meaning can be wrong."""
    name = chance.choice([name for name in sorted(members) if not name.endswith(".png")])
    root = etree.fromstring(members[name])
    for _ in range(chance.randint(1, 3)):
        chance.choice(DISORDERS)(chance.choice(list(root.iter())), root, chance)
    return packed({**members, name: etree.tostring(root)})


def removed(element: Xml, root: Xml, _: random.Random) -> None:
    parent = element.getparent()
    if parent is not None and element is not root:
        parent.remove(element)


def put_elsewhere(element: Xml, root: Xml, chance: random.Random) -> None:
    chance.choice(list(root.iter())).append(deepcopy(element))


def renamed(element: Xml, root: Xml, chance: random.Random) -> None:
    element.tag = chance.choice(list(root.iter())).tag


def told_otherwise(element: Xml, root: Xml, chance: random.Random) -> None:
    values = [value for each in root.iter() for value in each.attrib.values()]
    for name in element.attrib:
        element.set(name, chance.choice([*values, *ODD_VALUES]))


def left_unsaid(element: Xml, _: Xml, chance: random.Random) -> None:
    if element.attrib:
        del element.attrib[chance.choice(list(element.attrib))]


DISORDERS = (removed, put_elsewhere, renamed, told_otherwise, left_unsaid)
ODD_VALUES = ("", "0", "-1", "9" * 40, "x y", "..", "/", "Ả")
DAMAGES: tuple[Damage, ...] = (
    some_bytes_of_the_file,
    its_end,
    some_parts,
    some_bytes_of_a_part,
    the_tree_of_a_part,
)


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_letterhead_is_refused_in_one_line_or_written(damage: Damage) -> None:
    chance, members = random.Random(damage.__name__), good()  # noqa: S311
    told, written = set[str](), 0
    for _ in range(EACH):
        style = plain_style().under(LetterheadFile(NAME, damage(members, chance)))
        try:
            file = write_docx(page_of(HTML, style=style), style)
        except TemplateError as error:
            (problem,) = error.problems
            assert "\n" not in str(problem)
            told.add(str(problem))
        else:
            written += 1
            assert part(file, "word/document.xml") is not None
    assert told, "no damage was found"
    assert written < EACH


def test_the_letterhead_that_is_damaged_is_a_good_one() -> None:
    style = plain_style().under(LetterheadFile(NAME, packed(good())))
    assert part(write_docx(page_of(HTML, style=style), style), "word/header.xml") is not None
