"""Lists of delegates: ten times as many are to take about ten times as long."""

from made_files import name_of
from setting import Setting, ours, weasyprint
from works import Comparison, Group, Work

LIST = ("participants", "talks/1")
FORMATS = ("html", "docx", "xlsx", "pdf")
TYPESETTER = "weasyprint"
MOST = 11
"""How many times as long ten times as many may take."""


def delegates_group(setting: Setting, few: int, many: int) -> Group:
    """A list in every format, short and long; the long PDF beside WeasyPrint's own."""
    works = (*list_works(setting, few, 3), *list_works(setting, many, 1), rival(setting, many))
    growths = (
        Comparison(f"delegates/{form}", named(form, many), named(form, few), MOST)
        for form in FORMATS
    )
    pdf = named("pdf", many)
    beside = (
        Comparison("delegates/memory", pdf, TYPESETTER, 1.0, "memory"),
        Comparison("delegates/weasyprint", pdf, TYPESETTER),
    )
    return Group("delegates", works, (*growths, *beside))


def named(form: str, delegates: int) -> str:
    return f"{form.upper()} of {delegates:,}"


def list_works(setting: Setting, delegates: int, runs: int) -> list[Work]:
    workspace = setting.workspace("delegates", delegates)
    return [
        Work(
            name=named(form, delegates),
            command=ours(workspace, *LIST, formats=form),
            runs=setting.runs(runs),
            writes=(f"*/*.{form}",),
            marks=marks(delegates),
        )
        for form in FORMATS
    ]


def rival(setting: Setting, delegates: int) -> Work:
    """WeasyPrint's own command for the same list."""
    folder = setting.folder / f"delegates-{delegates}"
    setting.prepare(*ours(folder, *LIST, formats="html", out=str(folder / "out")))
    page = next(folder.glob("out/*/*.html"))
    return Work(TYPESETTER, weasyprint(page), 1, ("*.pdf",), marks(delegates))


def marks(delegates: int) -> tuple[str, ...]:
    """The names of the first and the last."""
    return name_of(1), name_of(delegates)
