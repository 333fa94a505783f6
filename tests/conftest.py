"""What tests share: the option that renews goldens, steady properties, the real briefs."""

import datetime
import os
from gettext import NullTranslations
from pathlib import Path

import pytest
from hypothesis import settings
from makers import CLOCK

from briefgen.documents.brief import prepare_brief
from briefgen.documents.orders import SessionOrder
from briefgen.register.loading import load_register
from briefgen.register.workspace import Workspace
from briefgen.rendering.house_styles import load_style
from briefgen.rendering.page import Page
from briefgen.rendering.rendering import Presentation, render_page
from briefgen.rendering.style import Style

ROOT = Path(__file__).parents[1]
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


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--accept"))


@pytest.fixture(scope="session", params=SESSIONS)
def rendered(request: pytest.FixtureRequest) -> tuple[Page, Style]:
    """The brief for each of several sessions, as a page."""
    register = load_register(Workspace(ROOT), CLOCK)
    order = SessionOrder(request.param, datetime.date(2026, 11, 22), "internal")
    folders = (ROOT / "templates",)
    style = load_style("plain", folders)
    how = Presentation("en", style, folders, NullTranslations())
    return render_page(prepare_brief(register, order), "brief.html.j2", how), style
