"""A process that writes documents: run as a program, in surroundings that a test thinks of.

It reads JSON from stdin: `orders`, each the arguments of one command line; `page`, the body of a
page; `out`, the folder that the page is written to in every format but PDF.
"""

import json
import sys
from pathlib import Path

from briefgen.cli.app import main


def obey(arguments: list[str]) -> None:
    """Runs one command line in this process."""
    sys.argv = ["briefgen", *arguments]
    try:
        main()
    except SystemExit as end:
        if end.code:
            raise


def write_page(html: str, folder: Path) -> None:
    from docx_reading import page_of, plain_style

    from briefgen.writers.catalogue import WRITERS

    page, style = page_of(html), plain_style()
    for name in WRITERS.keys() - {"pdf"}:
        (folder / f"page.{name}").write_bytes(WRITERS[name](page, style))


if __name__ == "__main__":
    told = json.load(sys.stdin)
    for order in told["orders"]:
        obey(order)
    write_page(told["page"], Path(told["out"]))
