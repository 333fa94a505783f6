"""The empty list of delegates, for `import-participants --template`."""

import datetime
from dataclasses import replace
from pathlib import Path

from briefgen.cli.documents import report
from briefgen.problems import Place, Problem, UsageError
from briefgen.register.register import Register
from briefgen.register.workspace import Workspace


def write_form(
    session: str, file: Path | None, space: Workspace, register: Register, *, json: bool
) -> None:
    """Writes an empty list with the heads that are understood; never over another file."""
    from briefgen.build.building import files_of, rendered
    from briefgen.build.looks import Looks
    from briefgen.build.output import Output, limit_of
    from briefgen.build.saving import save_all
    from briefgen.documents.catalogue import DELEGATES_FORM
    from briefgen.documents.orders import SessionOrder

    order = SessionOrder(session, datetime.date.today(), DELEGATES_FORM.edition)
    output = Output(("en",), register.style, DELEGATES_FORM.formats, space.out)
    looks = Looks(register, space, output)
    (made,) = files_of(rendered(DELEGATES_FORM, order, looks), output)
    form = replace(made, path=file or made.path)
    check_free(form.path)
    limit = form.path.parent if file else limit_of(output.folder, space)
    save_all([form.unsaved], limit)
    report((form.written,), (), json=json)


def check_free(path: Path) -> None:
    """Raises UsageError for a path that can't be an empty list's: another's work may be there."""
    if path.suffix.lower() != ".xlsx":
        message = "the empty list is a workbook; give it a name that ends in .xlsx"
        raise UsageError([Problem(Place(str(path)), "bad-name", message)])
    if path.exists():
        message = "there is such a file already; give another name or move it away"
        raise UsageError([Problem(Place(str(path)), "file-exists", message)])
