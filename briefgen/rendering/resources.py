"""Where the packaged templates are: the one place that asks where the package itself stands."""

from pathlib import Path

PACKAGE = Path(__file__).parents[1]


def packaged_templates() -> Path:
    """The templates inside an installed package, or beside it in a checkout."""
    installed = PACKAGE / "templates"
    return installed if installed.is_dir() else PACKAGE.parent / "templates"
