"""The document of many rows: ours beside what else makes such documents."""

import shlex
from pathlib import Path

from made_rows import marks
from setting import Setting, ours, script, weasyprint
from works import OUT, Comparison, Group, Work

DOCUMENT = ("brief", "talks/2")
BOTH, PDF, DOCX = "DOCX and PDF", "PDF", "DOCX"
TYPESETTER, CONVERTED = "weasyprint", "docxtpl + LibreOffice"
FILLED, CELLS, PANDOC, TYPST = "docxtpl", "python-docx", "pandoc", "typst"


def small_group(setting: Setting, rows: int) -> Group:
    """A document of a few pages."""
    works = (*word_works(setting, rows, 7), *pdf_works(setting, rows, 7), *both(setting, rows, 7))
    return Group("6-pages", works, (*beside("6-pages", PDF, 0.95), *far_marks("6-pages")))


def middle_group(setting: Setting, rows: int) -> Group:
    """A document of some dozens of pages."""
    works = (*word_works(setting, rows, 5), *pdf_works(setting, rows, 5), *both(setting, rows, 5))
    return Group("45-pages", works, (*beside("45-pages", BOTH, 0.75), *far_marks("45-pages")))


def great_group(setting: Setting, rows: int) -> Group:
    """A document of some hundreds of pages; a PDF of it is made once."""
    name = "222-pages"
    comparisons = (
        Comparison(f"{name}/docxtpl", DOCX, FILLED, 1.0),
        Comparison(f"{name}/python-docx", DOCX, CELLS, 0.4),
        Comparison(f"{name}/weasyprint", PDF, TYPESETTER),
        *far_marks(name),
    )
    return Group(name, (*word_works(setting, rows, 3), *pdf_works(setting, rows, 1)), comparisons)


def beside(name: str, work: str, most: float) -> tuple[Comparison, ...]:
    converted = Comparison(f"{name}/docxtpl-libreoffice", BOTH, CONVERTED, 0.85)
    return Comparison(f"{name}/weasyprint", work, TYPESETTER, most), converted


def far_marks(name: str) -> tuple[Comparison, ...]:
    """What is faster by its kind: it tells how far one could go."""
    return (
        Comparison(f"{name}/typst", PDF, TYPST),
        Comparison(f"{name}/pandoc", DOCX, PANDOC),
    )


def word_works(setting: Setting, rows: int, runs: int) -> tuple[Work, ...]:
    workspace, told, times = workspace_of(setting, rows), marks(rows), setting.runs(runs)
    fill = filling(setting, workspace)
    cells = script("rival_python_docx.py", str(workspace), f"{OUT}/cells.docx")
    convert = ("pandoc", str(page_of(workspace)), "--output", f"{OUT}/pandoc.docx")
    own = ours(workspace, *DOCUMENT, formats="docx")
    return (
        Work(DOCX, own, times, ("*/*.docx",), told),
        Work(FILLED, fill, times, ("*.docx",), told, needs=("docxtpl",)),
        Work(CELLS, cells, times, ("*.docx",), told),
        Work(PANDOC, convert, times, ("*.docx",), told, needs=("pandoc",)),
    )


def pdf_works(setting: Setting, rows: int, runs: int) -> tuple[Work, ...]:
    workspace, told, times = workspace_of(setting, rows), marks(rows), setting.runs(runs)
    own = ours(workspace, *DOCUMENT, formats="pdf")
    typst = script("rival_typst.py", str(workspace), f"{OUT}/typst.pdf")
    return (
        Work(PDF, own, times, ("*/*.pdf",), told),
        Work(TYPESETTER, weasyprint(page_of(workspace)), times, ("*.pdf",), told),
        Work(TYPST, typst, setting.runs(max(runs, 3)), ("*.pdf",), told, needs=("typst",)),
    )


def both(setting: Setting, rows: int, runs: int) -> tuple[Work, ...]:
    """Both formats, as a secretariat wants them."""
    workspace, told, times = workspace_of(setting, rows), marks(rows), setting.runs(runs)
    own = ours(workspace, *DOCUMENT, formats="docx,pdf")
    profile = (setting.folder / "profile").as_uri()
    office = (
        *("soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"),
        *("--outdir", OUT, f"{OUT}/filled.docx"),
    )
    steps = (filling(setting, workspace), ("exec", *office))
    command = ("sh", "-c", " && ".join(map(shlex.join, steps)))
    return (
        Work(BOTH, own, times, ("*/*.docx", "*/*.pdf"), told),
        Work(CONVERTED, command, times, ("*.docx", "*.pdf"), told, needs=("docxtpl", "soffice")),
    )


def filling(setting: Setting, workspace: Path) -> tuple[str, ...]:
    """docxtpl's command, with the Word template that it fills."""
    template = setting.folder / "template.docx"
    if not template.exists():
        setting.prepare(*script("docxtpl_template.py", str(template)))
    return script("rival_docxtpl.py", str(workspace), str(template), f"{OUT}/filled.docx")


def workspace_of(setting: Setting, rows: int) -> Path:
    """The workspace, with our page of the document beside it for those that start from HTML."""
    folder = setting.folder / f"rows-{rows}"
    if not folder.exists():
        setting.workspace("rows", rows)
        setting.prepare(*ours(folder, *DOCUMENT, formats="html", out=str(folder / "out")))
    return folder


def page_of(workspace: Path) -> Path:
    """Our page as HTML."""
    return next(workspace.glob("out/*/*.html"))
