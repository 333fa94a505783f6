"""What tests share: the option that renews goldens, steady properties, the real briefs."""

import datetime
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import gettempdir
from typing import Any

import pytest
from commands import KEPT, Commands, commands_of_all
from hypothesis import settings
from makers import CLOCK
from pages import packaged

from briefgen.documents.brief import prepare_brief
from briefgen.documents.catalogue import (
    BADGES,
    COMMITMENTS,
    MINUTES,
    PARTICIPANTS,
    PLACE_CARDS,
    SIGN_IN,
    SUMMARY,
    DocumentKind,
)
from briefgen.documents.document import Document
from briefgen.documents.orders import MatrixOrder, SessionOrder, SignInOrder, SummaryOrder
from briefgen.register.loading import load_register
from briefgen.register.workspace import Workspace
from briefgen.rendering.page import Page
from briefgen.rendering.rendering import render_page
from briefgen.rendering.style import Style
from briefgen.rendering.surroundings import settle_surroundings, user_caches
from briefgen.writers.catalogue import WRITERS

# As the command line does, before a library is loaded.
settle_surroundings(os.environ, user_caches(os.environ) or Path(gettempdir()))

ROOT = Path(__file__).parents[1]
ENGLISH = packaged("en")
SESSIONS = [
    "jwc-guangxi/next",
    "jwc-guangxi/14",
    "jwc-guangxi/12",
    "spring-meeting-guangxi/next",
    "jwg-yunnan/next",
]

settings.register_profile("steady", derandomize=True, max_examples=60, deadline=None, database=None)
settings.load_profile("steady")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="renew the goldens instead of comparing")


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--accept") and os.environ.get("CI"):
        raise pytest.UsageError("--accept is for a desk: in CI a golden is compared, never renewed")


def pytest_sessionfinish() -> None:
    KEPT.close()


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--accept"))


@pytest.fixture(scope="session")
def commands() -> Commands:
    """The command line, each run of it a child of one process that has imported everything."""
    return commands_of_all()


@pytest.fixture(scope="session", params=SESSIONS)
def rendered(request: pytest.FixtureRequest) -> tuple[Page, Style]:
    """The brief for each of several sessions, as a page."""
    register = load_register(Workspace(ROOT), CLOCK)
    order = SessionOrder(request.param, datetime.date(2026, 11, 22), "internal")
    return render_page(prepare_brief(register, order), "brief.html.j2", ENGLISH), ENGLISH.style


class Files(Mapping[str, bytes]):
    """The files of a page by format, each written when it is asked for."""

    def __init__(self, page: Page, style: Style) -> None:
        self.page, self.style = page, style
        self.written: dict[str, bytes] = {}

    def __getitem__(self, name: str) -> bytes:
        if name not in self.written:
            self.written[name] = WRITERS[name](self.page, self.style)
        return self.written[name]

    def __iter__(self) -> Iterator[str]:
        return iter(WRITERS)

    def __len__(self) -> int:
        return len(WRITERS)


@dataclass(frozen=True)
class Paper:
    """A document other than a brief: its page, and its files by format."""

    name: str
    document: Document
    page: Page
    style: Style
    files: Mapping[str, bytes]


DAY = datetime.date(2026, 11, 22)
HELD, SPRING, NEXT = "jwc-guangxi/14", "spring-meeting-guangxi/2023", "jwc-guangxi/next"
PAPERS: dict[str, tuple[DocumentKind[Any], object]] = {
    "list": (PARTICIPANTS, SessionOrder(HELD, DAY, "shared")),
    "list-of-guests": (PARTICIPANTS, SessionOrder(SPRING, DAY, "shared")),
    "list-of-nobody": (PARTICIPANTS, SessionOrder(NEXT, DAY, "shared")),
    "sign-in": (SIGN_IN, SignInOrder(HELD, DAY, "shared")),
    "sign-in-by-point": (SIGN_IN, SignInOrder(SPRING, DAY, "shared", grouping="connection-point")),
    "sign-in-of-nobody": (SIGN_IN, SignInOrder(NEXT, DAY, "shared")),
    "place-cards": (PLACE_CARDS, SessionOrder(HELD, DAY, "shared")),
    "badges": (BADGES, SessionOrder(SPRING, DAY, "shared")),
    "badges-of-nobody": (BADGES, SessionOrder(NEXT, DAY, "shared")),
    "matrix": (COMMITMENTS, MatrixOrder("jwc-guangxi", DAY, "shared")),
    "matrix-of-nothing": (
        COMMITMENTS,
        MatrixOrder("jwc-guangxi", datetime.date(1990, 1, 1), "shared"),
    ),
    "minutes": (MINUTES, SessionOrder(NEXT, DAY, "shared")),
    "minutes-of-held": (MINUTES, SessionOrder(HELD, DAY, "shared")),
    "summary": (SUMMARY, SummaryOrder(2023, DAY, "internal")),
    "summary-of-plans": (SUMMARY, SummaryOrder(2021, DAY, "internal")),
    "summary-of-nothing": (SUMMARY, SummaryOrder(2016, DAY, "internal", mechanism="jwg-yunnan")),
}


@pytest.fixture(scope="session", params=PAPERS)
def paper(request: pytest.FixtureRequest) -> Paper:
    """Each of the other documents, of the register that ships, with what it is written as."""
    kind, order = PAPERS[request.param]
    document = kind.prepare(load_register(Workspace(ROOT), CLOCK), order)
    page = render_page(document, kind.template, ENGLISH)
    return Paper(request.param, document, page, ENGLISH.style, Files(page, ENGLISH.style))
