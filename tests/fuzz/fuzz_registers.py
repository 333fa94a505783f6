"""Registers of which one file is any text; those that are read must do for documents."""

import contextlib
import datetime
from collections.abc import Iterator

from fuzz_target import ROOT, Target, refused
from fuzz_tokens import mutated_text

from briefgen.documents.brief import prepare_brief
from briefgen.documents.ledger import LedgerOrder, prepare_ledger
from briefgen.documents.orders import SessionOrder, SummaryOrder
from briefgen.documents.rotation import RotationOrder, prepare_rotation
from briefgen.documents.summary import prepare_summary
from briefgen.problems import Problem, RegisterError, UsageError
from briefgen.register.loading import SETTINGS, read_register
from briefgen.register.register import Register
from briefgen.register.source import read_source
from briefgen.register.validation import validate
from briefgen.register.workspace import SETTINGS_FILE, Workspace

WORKSPACE = Workspace(ROOT / "tests/everything")
DAY = datetime.date(2026, 11, 25)
NAMES = sorted(
    path.relative_to(WORKSPACE.root).as_posix() for path in WORKSPACE.data.rglob("*.yaml")
)
CONTEXT = {
    "known": {"party": ["test-alpha"], "mechanism": ["test-talks"], "style": ["plain"]},
    "languages": None,
}
MARK = "# "
"""Before the name of the file that a text stands in the place of: its first line."""


def accepts_register(data: bytes) -> bool:
    """Whether a register can be read in which the text stands in the place of a file."""
    first = data.partition(b"\n")[0].decode("utf-8", "replace").removeprefix(MARK)
    name = first if first in NAMES else NAMES[0]
    try:
        if first == SETTINGS_FILE:
            return accepts_settings(data)
        register = read_register(WORKSPACE, DAY, {name: data}).register
    except RegisterError as error:
        return refused(error)
    ask(register)
    return True


def accepts_settings(data: bytes) -> bool:
    problems: list[Problem] = []
    settings = validate(SETTINGS, read_source(data, SETTINGS_FILE), CONTEXT, problems)
    assert (settings is None) == bool(problems)
    return settings is not None


def ask(register: Register) -> None:
    """Has documents prepared; a wish that can't be is a UsageError."""
    for name in register.mechanisms:
        with contextlib.suppress(UsageError):
            prepare_brief(register, SessionOrder(f"{name}/next", DAY, "internal"))
        prepare_ledger(register, LedgerOrder(name, DAY))
        prepare_rotation(register, RotationOrder(name, DAY, 3))
    prepare_summary(register, SummaryOrder(2019, DAY, "internal"))


def registers() -> Iterator[bytes]:
    for name in (SETTINGS_FILE, *NAMES):
        yield f"{MARK}{name}\n".encode() + (WORKSPACE.root / name).read_bytes()


REGISTERS = Target(accepts_register, registers, mutated_text)
