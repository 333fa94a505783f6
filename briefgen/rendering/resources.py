"""Where the packaged templates are: the one place that asks where the package itself stands."""

from pathlib import Path

PACKAGE = Path(__file__).parents[1]


def packaged_templates() -> Path:
    """The templates inside an installed package, or beside it in a checkout."""
    installed = PACKAGE / "templates"
    return installed if installed.is_dir() else PACKAGE.parent / "templates"


def root_of(folder: Path) -> Path | None:
    """The folder that no file of a folder of templates leads out of: the workspace, or a checkout.

    None for the templates inside an installed package: some installers put it together of links,
    and who can change it can change the program.
    """
    return None if folder == PACKAGE / "templates" else folder.parent
