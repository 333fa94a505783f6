"""The real register's briefs are valid and accessible, in Word and as PDF."""

import os
import shutil
import subprocess
from pathlib import Path

import page as pdf_validator
import pdfplumber
import pytest
from docx_reading import faults, text_blocks
from openxml_audit import FileFormat, OpenXmlValidator

from briefgen.rendering.page import Page
from briefgen.rendering.style import Style
from briefgen.writers.catalogue import WRITERS

Rendered = tuple[Page, Style]
NO_OFFICE = shutil.which("soffice") is None and not os.environ.get("CI")


def test_validators_find_nothing_wrong_with_the_word_file(
    rendered: Rendered, tmp_path: Path
) -> None:
    docx = WRITERS["docx"](*rendered)
    path = tmp_path / "brief.docx"
    path.write_bytes(docx)

    audit = OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(str(path))

    assert [str(error) for error in audit.errors] == []
    assert faults(docx) == []


def test_a_validator_finds_the_pdf_to_be_pdf_ua(rendered: Rendered) -> None:
    pdf = WRITERS["pdf"](*rendered)

    report = pdf_validator.validate_pdf_bytes(pdf, profile=pdf_validator.ValidationProfile.PDF_UA_1)

    assert [failure.rule_id for failure in report.failures] == []
    assert report.is_compliant


@pytest.mark.skipif(NO_OFFICE, reason="LibreOffice is not installed")
def test_libreoffice_shows_every_word_and_every_table_head(
    rendered: Rendered, tmp_path: Path
) -> None:
    docx = WRITERS["docx"](*rendered)
    (tmp_path / "brief.docx").write_bytes(docx)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "brief.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)

    with pdfplumber.open(tmp_path / "brief.pdf") as pdf:
        sheets = [sheet.extract_text() for sheet in pdf.pages]

    shown = "".join("".join(sheets).split()).casefold()
    words = {"".join(word.split()).casefold() for word in " ".join(text_blocks(docx)).split()}
    assert len(words) > 100
    assert {word for word in words if word not in shown} == set()
    checked = [text for text in sheets if "\nDoubt " in text or text.startswith("Doubt ")]
    assert checked
    assert all("What to check" in text for text in checked)
