"""The document of many rows with typst: `rival_typst.py WORKSPACE OUT.pdf`."""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Final

import typst
from rival_facts import AGENDA, FIGURES, TITLE, Table, read_facts

STANDARD: Final = "a-3a"
"""The variant that briefgen's own files have."""
PAGE = """\
#let facts = json(bytes(sys.inputs.facts))
#set document(title: "{title}", date: datetime(year: 2026, month: 11, day: 25))
#set page(paper: "a4", margin: 25mm, numbering: "1 / 1")
#set text(font: "Noto Sans", size: 10pt, lang: "en")
#show figure: set block(breakable: true)
#title()
= Background
#for text in facts.paragraphs [#text #parbreak()]
"""
TABLE = """\
= {heading}
#figure(kind: table, caption: "{caption}", table(
  columns: {widths},
  align: left,
  table.header({heads}),
  ..facts.{name}.flatten(),
))
"""


def main(workspace: str, target: str) -> None:
    facts = json.dumps(asdict(read_facts(Path(workspace))))
    source = "".join(
        (
            PAGE.format(title=TITLE),
            table("agenda", AGENDA),
            table("figures", FIGURES),
        )
    )
    data = typst.compile(source.encode(), sys_inputs={"facts": facts}, pdf_standards=STANDARD)
    Path(target).write_bytes(data)


def table(name: str, told: Table) -> str:
    heads = ", ".join(f"[*{head}*]" for head in told.heads)
    widths = ", ".join(f"{width}fr" for width in told.widths)
    return TABLE.format(
        heading=name.title(), caption=told.caption, widths=f"({widths})", heads=heads, name=name
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
