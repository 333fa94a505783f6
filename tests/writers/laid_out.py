"""A house style, made up for tests, that uses every token of official layouts, and a page in it."""

from collections.abc import Mapping

from docx_reading import TEMPLATES, docx_of

from briefgen.rendering.fonts import load_fonts
from briefgen.rendering.style import Style, read_style
from briefgen.rendering.tokens import PageNumbers, RoleStyle

STYLE = """
name: made-up
page:
  width: 210
  height: 297
  margins: {top: 30, right: 20, bottom: 25, left: 30}
  header: 12
  footer: 14
page_numbers: {place: outer, form: dashed, on_first: false}
edition_at: foot
colours:
  ink: "000000"
  red: "C00000"
  paper: "FFFFFF"
  muted: "555555"
  rule: "888888"
  accent: "C00000"
  standing-implemented: "2F6F4F"
  standing-under-implementation: "C08A2D"
  standing-not-implemented: "9B2C1F"
  standing-overtaken-by-events: "7D8791"
  standing-no-report: "C9CED4"
  standing-superseded: "E6E8EB"
roles:
  body: {word: Normal, font: times, size: 14, line: 20, exact: true}
  header: {word: header, size: 10, line: 12}
  footer: {word: footer, size: 10, line: 12}
  page-number: {word: Number of Page, font: song, size: 14, indent: 14, indent_right: 14}
  p: {word: Body Text, align: justified, first_line: 36, after: 6}
  p.flush: {word: Flush, first_line: 0}
  p.narrow: {word: Narrow, indent_right: 60, spacing: -0.3}
  p.loose: {word: Loose, exact: false, line: 24}
  p.issuer: {word: Issuer, capitals: true, bold: true, align: centre, first_line: 0, after: 3,
    below: {width: 0.75, colour: ink, distance: 2, share: 0.4}}
  p.motto: {word: Motto, bold: true, size: 13, align: centre, first_line: 0, after: 3,
    below: {width: 0.75, colour: ink, distance: 2, share: 1}}
  p.place: {word: Place, italic: true, align: right, first_line: 0}
  p.post: {word: Post, capitals: true, bold: true, align: centre, first_line: 0, after: 60}
  p.first-line: {word: Colophon First, size: 12, first_line: 0, after: 0,
    above: {width: 1, colour: ink, distance: 2}, below: {width: 0.75, colour: ink, distance: 2}}
  p.last-line: {word: Colophon Last, size: 12, first_line: 0, after: 0,
    below: {width: 1, colour: ink, distance: 2}}
  p.left: {word: Left End, size: 12, first_line: 0, after: 0}
  p.right: {word: Right End, size: 12, first_line: 0, after: 0, align: right}
  h1: {word: Title, bold: true, size: 15, capitals: true, align: centre, before: 12, after: 12,
    below: {width: 0.75, colour: red, distance: 3, share: 0.5}}
  h2: {word: heading 1, font: hei, numbering: chinese, number_form: "%、", first_line: 36}
  h3: {word: heading 2, font: kai, numbering: chinese, number_form: "（%）", first_line: 36}
  h4: {word: heading 3, bold: true, numbering: decimal, number_form: "%."}
  h2.part: {word: Part, bold: true, align: centre, numbering: upper-roman,
    number_form: "Part %", first_line: 0}
  li: {word: List Bullet, numbering: bullet, bullet: "-", first_line: 20}
  li.point: {word: Point, numbering: lower-letter, number_form: "%)", indent: 40, hanging: 20,
    first_line: 0}
  li.clause: {word: Clause, numbering: upper-roman, number_form: "%."}
  li.item: {word: Item, numbering: decimal, number_form: "（%）"}
  table: {word: Made-up Table, after: 8, grid: {width: 0.5, colour: rule}}
  caption: {word: caption, bold: true, keep_with_next: true}
  th: {word: Table Heading, size: 12, bold: true, padding: 2, below: {width: 2, colour: red}}
  td: {word: Table Text, size: 12, padding: 2, below: {width: 0.5, colour: red}}
  td.wide: {word: Table Wide, padding: 6, below: {width: 3, colour: red}}
  strong: {word: Strong, bold: true}
  span.small: {word: Small, size: 7}
  section.beside: {columns: [45, 55], before: 4, after: 10}
  section.thirds: {columns: [1, 1, 1], keep_with_next: true, keep_together: false}
  section.annex: {restart_pages: true}
  section.colophon: {at_bottom: true}
"""
PAGE = """
<section class="beside">
  <section><p class="issuer">Ủy ban nhân dân<br>tỉnh Lạng Sơn</p>
    <p class="flush">No. 12</p></section>
  <section><p class="motto">Độc lập - Tự do - Hạnh phúc</p><p class="place">Lạng Sơn</p></section>
</section>
<h1>Report</h1>
<p>A paragraph whose first line stands in from the others, and which goes on for long enough that
it has another line below its first one, and even a third one, to see where that begins.</p>
<section><h2>First</h2><h3>Below</h3><h4>Deeper</h4><h4>Deeper</h4>
<h3>Below</h3><h4>Again</h4></section>
<section><h2>Second</h2><h3>Below again</h3>
<ul><li>a dash</li><li>another dash</li></ul>
<ol><li class="point">a letter</li>
  <li class="point">another<ol><li class="clause">inner</li></ol></li></ol>
<ol><li class="item">a number</li></ol>
<table><caption>In a grid</caption>
<thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead>
<tbody><tr><td>a</td><td class="wide">b</td></tr><tr><td>c</td><td>d</td></tr></tbody></table>
</section>
<section class="beside"><section><p class="flush">Recipients</p></section>
<section><p class="post">TM. Chairman</p></section></section>
<section class="colophon"><p class="first-line">Copies: all</p>
<section class="beside"><section><p class="left">Office</p></section>
<section><p class="right">1 February 2024</p></section></section>
<p class="last-line">Printed</p></section>
<section class="annex"><h2 class="part">Annex</h2><p>Of its own pages.</p></section>
"""


NO_ROLES: Mapping[str, RoleStyle] = {}


def made_up_style(
    numbers: PageNumbers | None = None, roles: Mapping[str, RoleStyle] = NO_ROLES
) -> Style:
    """The made-up style, with other numbers of pages or other roles if a test wants them."""
    fonts = load_fonts((TEMPLATES,))
    style = read_style(STYLE.encode(), "made-up.yaml", fonts)
    changes = {"page_numbers": numbers or style.page_numbers, "roles": {**style.roles, **roles}}
    return style.model_copy(update={**changes, "fonts": fonts})


def laid_out(html: str = PAGE, language: str = "en", style: Style | None = None) -> bytes:
    """The Word file of a page in the made-up style."""
    return docx_of(html, language, style or made_up_style())
