"""Lists broken at random: never anything but a told problem, and never half an import."""

import random
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from list_making import HEADS, content, imported, made_up_workspace, workbook

from briefgen.problems import BriefgenError

ROWS = (
    ("Mrs Test Thu Ha", "Chairwoman of Alpha", "Alpha", "head", "ha@example.org", "+84 205 1234"),
    ("Bà Thử Một\n试一", "Giám đốc", "Bê Ta", "thành viên", None, 912345678, "online", "confirmed"),
    ("Leaders of departments", None, "Beta", None, None, None, "online", "present"),
)
ODD: tuple[object, ...] = (
    *("", " ", "=1+1", "-", "–", "Test Twin", "Test Thu Hà", "Name", "STT", "head", "试品湖", "no"),
    *("a\nb", "a: b # c", "{x}", "'", '"', "\\", "\u00a0", "\U0001f600", "x" * 40_000, "12:30"),
    *(0, -1, 1.5, 1e300, True, "#REF!", "@x", "&a", "*", "[", "- a", "null", "~", "Đỗ", "_x000A_"),
)


def cells(dice: random.Random) -> list[list[object]]:
    """A list with some cells, rows and heads replaced, doubled, or taken away."""
    rows = [list[object](row) for row in (HEADS, *ROWS)]
    for _ in range(dice.randrange(1, 6)):
        row = dice.choice(rows)
        match dice.randrange(4):
            case 0 if len(rows) > 2:
                rows.remove(row)
            case 1:
                rows.insert(dice.randrange(len(rows)), list(row))
            case _ if row:
                row[dice.randrange(len(row))] = dice.choice(ODD)
    return rows


def odd_cells(dice: random.Random) -> bytes:
    data = BytesIO()
    workbook(("People", cells(dice))).save(data)
    return data.getvalue()


def odd_bytes(dice: random.Random) -> bytes:
    """A workbook with some of its archive's bytes changed, or cut off."""
    data = BytesIO()
    workbook(("People", [HEADS, *ROWS])).save(data)
    broken = bytearray(data.getvalue())
    for _ in range(dice.randrange(1, 20)):
        broken[dice.randrange(len(broken))] = dice.randrange(256)
    return bytes(broken[: dice.choice([None, dice.randrange(len(broken))])])


def odd_parts(dice: random.Random) -> bytes:
    """A workbook whose archive is sound and whose XML is not."""
    data, broken = BytesIO(), BytesIO()
    workbook(("People", [HEADS, *ROWS])).save(data)
    with zipfile.ZipFile(data) as old, zipfile.ZipFile(broken, "w") as new:
        damaged = dice.choice(old.namelist())
        for name in old.namelist():
            new.writestr(name, damage(old.read(name), dice) if name == damaged else old.read(name))
    return broken.getvalue()


def damage(part: bytes, dice: random.Random) -> bytes:
    words = part.split(b'"')
    match dice.randrange(4):
        case 0:
            return part[: dice.randrange(len(part))]
        case 1 if len(words) > 2:
            words[2 * dice.randrange(len(words) // 2) + 1] = dice.choice([b"", b"-1", b"A1", b"e9"])
            return b'"'.join(words)
        case 2:
            return part.replace(b"<c ", dice.choice([b"<x ", b'<c t="s" ', b'<c t="d" ']))
    return part.replace(*dice.choice([(b"<v>", b"<v>9"), (b"row", b"raw"), (b"sheet", b"shoot")]))


def odd_text(dice: random.Random) -> bytes:
    """A CSV of odd cells, some of its bytes changed."""
    delimiter = dice.choice(",;\t|")
    lines = (delimiter.join(str(cell or "") for cell in row) for row in cells(dice))
    text = bytearray("\r\n".join(lines).encode())
    for _ in range(dice.choice([0, 0, 1, 5])):
        text[dice.randrange(len(text))] = dice.randrange(256)
    return bytes(text)


@pytest.mark.parametrize("seed", range(50))
@pytest.mark.parametrize(
    ("make", "ending"),
    [(odd_cells, "xlsx"), (odd_bytes, "xlsx"), (odd_parts, "xlsx"), (odd_text, "csv")],
)
def test_a_broken_list_is_told_or_taken_whole(
    tmp_path: Path, make: Callable[[random.Random], bytes], ending: str, seed: int
) -> None:
    space = made_up_workspace(tmp_path / "space")
    before = content(space)
    file = tmp_path / f"list.{ending}"
    file.write_bytes(make(random.Random(seed)))  # noqa: S311  dice, no secret
    try:
        imported(space, file, accept=bool(seed % 2))  # reads the whole register again
    except BriefgenError as error:
        problems = error.problems
        unchanged = content(space) == before
    else:
        problems, unchanged = (), True
    assert unchanged
    assert all(problem.message for problem in problems)
