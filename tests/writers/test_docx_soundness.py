"""A Word file is sound: valid, accessible, readable by other programs, the same each time."""

import os
import shutil
import subprocess
import sys
import unicodedata
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from docx_faults import faults
from docx_reading import (
    BAR,
    body_of,
    changed,
    docx_of,
    find,
    head_and_foot,
    part,
    text_blocks,
    value_at,
)
from openxml_audit import FileFormat, OpenXmlValidator

EVERYTHING = f"""
<p class="kicker">Joint working committee</p>
<h1>Brief for the <em>15th</em> session</h1>
<p class="subtitle">Prepared for the head of the <span lang="vi">Lạng Sơn</span> delegation</p>
<dl class="facts">
  <div><dt>Date</dt><dd>not yet set</dd><dd class="detail">14th: 22 Feb 2023</dd></div>
  <div><dt>Host</dt><dd>Guangxi</dd><dd class="detail">by rotation</dd></div>
</dl>
<aside class="glance" id="glance">
  <p class="glance-title">At a glance</p>
  <ul>
    <li class="glance">The host turns to
      <strong>Guangxi</strong>.<sup><a href="#source-1">1</a></sup></li>
    <li class="glance">To check: one person’s office.</li>
  </ul>
</aside>
<section id="rotation">
  <h2>Host rotation</h2>
  <table>
    <caption>Who hosted, and whose turn is next</caption>
    <colgroup><col data-width="1"><col data-width="2"><col data-width="3"></colgroup>
    <thead><tr><th scope="col">Session</th><th scope="col" colspan="2">Host</th></tr></thead>
    <tbody>
      <tr id="row-10"><td rowspan="2">10th</td>
        <td><span lang="vi">Lạng Sơn</span> <span lang="zh-Hans">谅山</span></td><td>held</td></tr>
      <tr><td><span class="not-recorded">not recorded</span></td><td></td></tr>
      <tr class="current"><td class="number">15</td><td>Guangxi 广西</td>
        <td><p>two</p><p class="note">paragraphs</p><ul><li>and</li><li>a list</li></ul></td></tr>
    </tbody>
  </table>
  <table>
    <thead><tr><th scope="col">No.</th><th scope="col">Status</th></tr></thead>
    <tbody><tr><th scope="row" class="row">4</th>
      <td><span class="status-no-report"><span class="sign">○</span> no report</span></td>
      </tr></tbody>
  </table>
  <h3>Below</h3>
  <p class="lead">A line<br>and another, see <a href="#rotation">above</a>,
    <a href="https://example.org/?a=1&amp;b=2">there</a> or
    <a href="mailto:office@example.org">write</a>.</p>
  <ol><li>first<ul><li>inner</li></ul>and on</li><li>second</li></ol>
  <ol><li>first again</li></ol>
  <figure><img src="{BAR}" alt="Two of three are open">
    <figcaption>What is open</figcaption></figure>
</section>
<section>
  <h2 id="sources">Sources</h2>
  <ol><li class="source" id="source-1">Báo Lạng Sơn, 2019: “中越合作”</li></ol>
</section>
"""
TEXT = [
    *("Joint working committee", "Brief for the 15th session"),
    "Prepared for the head of the Lạng Sơn delegation",
    *("Date", "not yet set", "14th: 22 Feb 2023", "Host", "Guangxi", "by rotation"),
    *("At a glance", "The host turns to Guangxi.1", "To check: one person’s office."),
    *("Host rotation", "Who hosted, and whose turn is next"),
    *("Session", "Host", "10th", "Lạng Sơn 谅山", "held", "not recorded"),
    *("15", "Guangxi 广西", "two", "paragraphs", "and", "a list"),
    *("No.", "Status", "4", "○ no report", "Below"),
    "A line and another, see above, there or write.",
    *("first", "inner", "and on", "second", "first again", "What is open"),
    *("Sources", "Báo Lạng Sơn, 2019: “中越合作”"),
]


def needs(program: str) -> pytest.MarkDecorator:
    missing = shutil.which(program) is None and not os.environ.get("CI")
    return pytest.mark.skipif(missing, reason=f"{program} is not installed")


def test_every_word_of_the_page_is_in_the_file_in_its_order() -> None:
    assert text_blocks(docx_of(EVERYTHING)) == TEXT


@pytest.mark.parametrize("language", ["en", "vi", "zh-Hans"])
def test_a_validator_finds_nothing_wrong(language: str, tmp_path: Path) -> None:
    assert audited(docx_of(EVERYTHING, language), tmp_path) == []


def test_the_validator_finds_a_property_in_the_wrong_place(tmp_path: Path) -> None:
    wrong = changed(
        docx_of("<p>Text</p>"), "word/document.xml", "<w:pPr>", "<w:pPr><w:jc/><w:keepNext/>"
    )
    assert audited(wrong, tmp_path) != []


def audited(docx: bytes, folder: Path) -> list[str]:
    path = folder / "page.docx"
    path.write_bytes(docx)
    result = OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(str(path))
    return [str(error) for error in result.errors]


@pytest.mark.parametrize("language", ["en", "vi", "zh-Hans"])
def test_what_validators_miss_is_right_too(language: str) -> None:
    assert faults(docx_of(EVERYTHING, language)) == []


def letters(text: str) -> str:
    """Words without spaces and marks, of which pandoc puts in its own."""
    plain = unicodedata.normalize("NFKC", text)  # pandoc writes a raised 1 as ¹
    return "".join(letter for letter in plain if letter.isalnum())


def test_two_processes_write_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "body.html").write_text(EVERYTHING, encoding="utf-8")
    program = (
        "import sys; sys.path.insert(0, sys.argv[1]); from docx_reading import docx_of; "
        "sys.stdout.buffer.write(docx_of(open(sys.argv[2], encoding='utf-8').read()))"
    )
    here, root = Path(__file__).parent, Path(__file__).parents[2]
    written = [
        subprocess.run(
            [sys.executable, "-c", program, str(here), str(tmp_path / "body.html")],
            env={**os.environ, "PYTHONPATH": str(root), **changes},
            cwd=folder,
            check=True,
            capture_output=True,
        ).stdout
        for folder, changes in (
            (tmp_path, {"PYTHONHASHSEED": "1", "TZ": "Asia/Ho_Chi_Minh"}),
            (root, {"PYTHONHASHSEED": "2", "TZ": "UTC"}),
        )
    ]
    assert written[0] == written[1] == docx_of(EVERYTHING)


def test_the_archive_does_not_tell_when_it_was_written() -> None:
    members = zipfile.ZipFile(BytesIO(docx_of("<p>Text</p>"))).infolist()
    assert members[0].filename == "[Content_Types].xml"
    assert {member.date_time for member in members} == {(1980, 1, 1, 0, 0, 0)}


def test_nothing_of_a_stock_template_is_in_the_file() -> None:
    members = zipfile.ZipFile(BytesIO(docx_of("<p>Text</p>"))).namelist()
    assert sorted(members) == sorted(
        [
            *("[Content_Types].xml", "_rels/.rels", "docProps/app.xml", "docProps/core.xml"),
            *("word/_rels/document.xml.rels", "word/document.xml", "word/fontTable.xml"),
            *("word/footer.xml", "word/header.xml", "word/numbering.xml", "word/settings.xml"),
            *("word/styles.xml", "word/theme/theme1.xml"),
        ]
    )


def test_the_file_tells_what_the_page_tells() -> None:
    core = part(docx_of("<p>Text</p>", "vi"), "docProps/core.xml")
    assert {str(each.tag).split("}")[1]: each.text for each in core} == {
        "title": "Brief for the 15th session",
        "subject": "Joint Working Committee",
        "creator": "Secretariat of Lạng Sơn",
        "lastModifiedBy": "Secretariat of Lạng Sơn",
        "language": "vi",
        "created": "2024-02-01T00:00:00Z",
        "modified": "2024-02-01T00:00:00Z",
        "revision": "1",
    }


def test_head_and_foot_stand_on_every_page_with_fields_for_the_numbers() -> None:
    docx = docx_of("<p>Text</p>")
    assert head_and_foot(docx) == ["Internal", "Register as of 1 February 2024\tPage 1 of 1"]
    fields = [each.text for each in find(part(docx, "word/footer.xml"), ".//w:instrText")]
    assert fields == [" PAGE ", " NUMPAGES "]


def test_the_sheet_is_as_the_style_says_in_millimetres() -> None:
    body = body_of(docx_of("<p>Text</p>"))
    margins = ("top", "right", "bottom", "left", "header", "footer")
    assert [value_at(body, "w:sectPr/w:pgSz", side) for side in ("w", "h")] == ["11906", "16838"]
    assert [value_at(body, "w:sectPr/w:pgMar", side) for side in margins] == [
        *("1361", "1134", "1361", "1361", "624", "624"),
    ]
