"""A small made-up workspace, and lists of made-up delegates for it."""

import datetime
import io
import shutil
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import openpyxl

from briefgen.build.intake.importing import Import, ImportOrder, prepare_import
from briefgen.build.intake.saving import save_together
from briefgen.problems import RegisterError
from briefgen.register.loading import read_register
from briefgen.register.register import Register
from briefgen.register.workspace import Workspace
from briefgen.rules.decisions import Decisions

TODAY = datetime.date(2026, 11, 25)
HEADS = ("Name", "Office", "Delegation", "Role", "E-mail", "Telephone", "Mode", "Status")
Values = Sequence[object]

SETTINGS = "title: Made-up register\nhome: test-alpha\nlanguages: [en, vi, zh-Hans]\n"
PARTIES = """\
test-alpha: {name: {en: Alpha, vi: An Pha, zh-Hans: 阿法}, kind: province, country: VN}
test-beta: {name: {en: Beta, vi: Bê Ta, zh-Hans: 贝塔}, kind: province, country: VN}
test-xi: {name: {en: Xi, vi: Tây Thử, zh-Hans: 试西}, kind: autonomous-region, country: CN}
"""
PEOPLE = """\
# All of them are made up.
test-ha:
  name: {en: Test Thu Ha}  # a comment
  honorific: {en: Mrs}
  posts:
    - title: Chairwoman of Alpha
      party: test-alpha
      sources: [test-source]
    - title: Member of the council
      sources: [test-source]

test-long:
  name: Test Person Long
  posts: [{title: Chairman of Beta, party: test-beta, sources: [test-source]}]
  internal: {email: long@example.org}

test-twin-a:
  name: {en: Test Twin}
  posts:
    - {title: Director, party: test-alpha, sources: [test-source]}
test-twin-b:
  name: {en: Test Twin}
  posts:
    - {title: Director, party: test-beta, sources: [test-source]}

test-pin:
  name: {en: Test Pin Hu, zh-Hans: 试品湖}
# the end
"""
SOURCES = "test-source: {title: A made-up source}\n"
MECHANISM = """\
name: Made-up talks
short_name: Talks
sides:
  - {country: VN, name: One side, parties: [test-alpha, test-beta]}
  - {country: CN, name: Other side, parties: [test-xi]}
numbering: {by: ordinal}
sources: [test-source]
"""
FIRST = """\
date: 2020-01-15
status: held
mode: hybrid
participants:
  - person: test-ha
    party: test-alpha
    role: head
    capacity: Chairwoman of Alpha
    attendance: present
  - {person: test-long, party: test-beta}
  - group: {en: Leaders of departments}
    party: test-alpha
  - group: {en: Leaders of departments}
    party: test-beta
    attendance: online
  - {group: Observers, organisation: Made-up Bureau}

sources: [test-source]
"""
FILES = {
    "briefgen.yaml": SETTINGS,
    "data/parties.yaml": PARTIES,
    "data/people.yaml": PEOPLE,
    "data/sources.yaml": SOURCES,
    "data/areas.yaml": "{}\n",
    "data/mechanisms/test-talks/mechanism.yaml": MECHANISM,
    "data/mechanisms/test-talks/1.yaml": FIRST,
}


def made_up_workspace(folder: Path, files: Mapping[str, str] = FILES) -> Workspace:
    """A workspace of these files; line ends are kept as they are."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text.encode())
    return Workspace(folder)


def real_workspace(folder: Path) -> Workspace:
    """A copy of the register that is shipped."""
    root = Path(__file__).parents[2]
    shutil.copytree(root / "data", folder / "data")
    shutil.copy(root / "briefgen.yaml", folder)
    return Workspace(folder)


def content(workspace: Workspace) -> Mapping[str, bytes]:
    """All files of the register, to see whether any changed."""
    files = (path for path in workspace.data.rglob("*") if path.is_file())
    return {path.relative_to(workspace.root).as_posix(): path.read_bytes() for path in files}


def workbook(*sheets: tuple[str, Sequence[Values]]) -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    return book


def workbook_bytes(*sheets: tuple[str, Sequence[Values]]) -> bytes:
    """The same as a file's bytes."""
    made = io.BytesIO()
    workbook(*sheets).save(made)
    return made.getvalue()


def saved(book: openpyxl.Workbook, path: Path) -> Path:
    book.save(path)
    return path


def xlsx(folder: Path, *rows: Values, heads: Values = HEADS, name: str = "list.xlsx") -> Path:
    """A workbook with one sheet, `People`."""
    return saved(workbook(("People", [heads, *rows])), folder / name)


def csv_file(folder: Path, text: str | bytes, name: str = "list.csv") -> Path:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def with_part(path: Path, part: str, data: bytes) -> Path:
    """A workbook with one part of its archive put in, or in place of another."""
    path.write_bytes(with_part_bytes(path.read_bytes(), part, data))
    return path


def with_part_bytes(book: bytes, part: str, data: bytes) -> bytes:
    """The same of a file's bytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**parts_in(book), part: data}.items():
            archive.writestr(name, content)
    return made.getvalue()


def parts_of(path: Path) -> Mapping[str, bytes]:
    return parts_in(path.read_bytes())


def parts_in(book: bytes) -> Mapping[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def prepared(
    workspace: Workspace,
    file: Path,
    session: str = "test-talks/1",
    *,
    accept: bool = False,
    new: tuple[str, ...] = (),
    source: str | None = None,
    today: datetime.date = TODAY,
) -> Import:
    """What a list changes, nothing of it saved."""
    reading = read_register(workspace, today)
    order = ImportOrder(session, file, today, Decisions(accept, new), source)
    return prepare_import(order, workspace, reading)


def imported(
    workspace: Workspace,
    file: Path,
    session: str = "test-talks/1",
    *,
    accept: bool = False,
    new: tuple[str, ...] = (),
    source: str | None = None,
) -> Register:
    """The register after an import."""
    found = prepared(workspace, file, session, accept=accept, new=new, source=source)
    save_together(workspace.root, found.files)
    return read_register(workspace, TODAY).register


def told(error: RegisterError) -> list[str]:
    """The problems of an error, as they are printed."""
    return [str(problem) for problem in error.problems]
