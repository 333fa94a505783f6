"""Documents in the official layouts, made from the shipped register for a made-up office."""

import datetime
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from docx_figures import WordFile
from pdf_figures import Sheets, measured

from briefgen.build.building import build
from briefgen.build.output import Output
from briefgen.documents.catalogue import BRIEF, COMMITMENTS, MINUTES
from briefgen.documents.orders import MatrixOrder, SessionOrder
from briefgen.register.loading import load_register
from briefgen.register.workspace import Workspace

ROOT = Path(__file__).parents[2]
DAY = datetime.date(2020, 1, 5)
CLOCK = datetime.date(2026, 11, 25)
GATHERED = datetime.date(2023, 3, 1)
SESSION = "jwc-guangxi/next"
NUMBER = 5
SETTINGS = """\
title: {en: Register of a made-up office, vi: Sổ theo dõi, zh-Hans: 登记册}
home: lang-son
languages: [en, vi, zh-Hans]
issuer:  # this office and its people are made up
  parent: {vi: Cơ quan cấp trên}
  body: {vi: Văn phòng thử nghiệm, zh-Hans: 试验办公室}
  abbreviation: VPTN
  place: {vi: Lạng Sơn, zh-Hans: 谅山}
  signatory:
    form: deputy
    body: {vi: Chánh Văn phòng}
    post: {vi: Phó Chánh Văn phòng}
    name: {vi: Người Thử Nghiệm}
  recipients: [{vi: Cơ quan thứ nhất, zh-Hans: 第一机关}, {vi: Cơ quan thứ hai, zh-Hans: 第二机关}]
  archive: {vi: TN}
  addressee: {zh-Hans: 各代表团}
"""


@dataclass(frozen=True)
class Papers:
    """One document in a style and a language: its files, measured when they are asked for."""

    pdf_file: Path
    docx_file: Path

    @cached_property
    def pdf(self) -> Sheets:
        return measured(self.pdf_file)

    @cached_property
    def docx(self) -> WordFile:
        return WordFile(self.docx_file.read_bytes())


@dataclass(frozen=True)
class Office:
    """A workspace of the made-up office; each of its documents is made once."""

    root: Path
    made: dict[tuple[str, str, str], Papers]

    def papers(self, kind: str, style: str, language: str) -> Papers:
        wanted = (kind, style, language)
        if wanted not in self.made:
            self.made[wanted] = self.write(kind, style, language)
        return self.made[wanted]

    def write(self, kind: str, style: str, language: str) -> Papers:
        space = Workspace(self.root)
        folder = self.root / "out" / style
        output = Output((language,), style, ("pdf", "docx"), folder, NUMBER)
        built = MAKERS[kind](space, output)
        pdf, docx = built
        return Papers(pdf, docx)


def session_paper(kind: str) -> Callable[[Workspace, Output], list[Path]]:
    def make(space: Workspace, output: Output) -> list[Path]:
        document = {"brief": BRIEF, "minutes": MINUTES}[kind]
        order = SessionOrder(SESSION, DAY, "shared")
        built = build(document, order, load_register(space, CLOCK), space, output)
        return [file.path for file in built.written]

    return make


def matrix(space: Workspace, output: Output) -> list[Path]:
    order = MatrixOrder("jwc-guangxi", DAY, "shared")
    built = build(COMMITMENTS, order, load_register(space, CLOCK), space, output)
    return [file.path for file in built.written]


def gathering(space: Workspace, output: Output) -> list[Path]:
    """The minutes of a session with guests, one of whose participants is made absent."""
    order = SessionOrder("spring-meeting-guangxi/2023", GATHERED, "shared")
    built = build(MINUTES, order, load_register(space, CLOCK), space, output)
    return [file.path for file in built.written]


MAKERS: Mapping[str, Callable[[Workspace, Output], list[Path]]] = {
    "brief": session_paper("brief"),
    "minutes": session_paper("minutes"),
    "commitments": matrix,
    "gathering": gathering,
}


def office_in(folder: Path) -> Office:
    """A new workspace with the shipped register and the settings of the made-up office."""
    shutil.copytree(ROOT / "data", folder / "data")
    excuse_somebody(folder / "data/mechanisms/spring-meeting-guangxi/2023.yaml")
    (folder / "briefgen.yaml").write_text(SETTINGS, encoding="utf-8")
    return Office(folder, {})


def excuse_somebody(session: Path) -> None:
    """Makes the first of a session's participants absent, as none really was."""
    text = session.read_text(encoding="utf-8")
    assert "attendance: present" in text
    session.write_text(text.replace("attendance: present", "attendance: absent", 1), "utf-8")
