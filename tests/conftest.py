"""What all tests share: the option that renews goldens, and properties that run the same twice."""

import os

import pytest
from hypothesis import settings

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
