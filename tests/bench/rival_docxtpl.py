"""The document of many rows with docxtpl: `rival_docxtpl.py WORKSPACE TEMPLATE OUT.docx`."""

import sys
from pathlib import Path

from docxtpl import DocxTemplate
from rival_facts import TITLE, read_facts


def main(workspace: str, template: str, target: str) -> None:
    facts = read_facts(Path(workspace))
    document = DocxTemplate(template)
    document.render(
        {
            "title": TITLE,
            "paragraphs": facts.paragraphs,
            "agenda": facts.agenda,
            "figures": facts.figures,
        }
    )
    document.save(target)


if __name__ == "__main__":
    main(*sys.argv[1:])
