"""What the elements of a page are before any house style, for PDFs.

WeasyPrint's own rules know all of HTML, and give every element styles of notes and markers that
no page has: six styles an element, where one is enough.
"""

ELEMENTS = """
head, meta, style, title { display: none }
article, aside, body, dd, div, dl, dt, figure, figcaption, footer, h1, h2, h3, h4, header, html,
ol, p, section, ul { display: block }
li { display: list-item }
table { display: table }
caption { display: table-caption }
colgroup { display: table-column-group }
col { display: table-column }
thead { display: table-header-group }
tbody { display: table-row-group }
tr { display: table-row }
td, th { display: table-cell }

table { border-spacing: 2px; border-collapse: separate; border-color: gray; text-indent: initial }
td, th { border-color: gray }
thead, tbody, tr { border-color: inherit }
thead, tbody { vertical-align: middle }
tr, td, th { vertical-align: inherit }

em { font-style: italic }
strong, th { font-weight: bold }
h1 { font-size: 2em; font-weight: bold }
h2 { font-size: 1.5em; font-weight: bold }
h3 { font-size: 1.17em; font-weight: bold }
h4 { font-size: 1em; font-weight: bold }
sup { vertical-align: super; font-size: smaller; line-height: normal }
a:link { color: blue; text-decoration: underline }
br::before { content: "\\A"; white-space: pre-line }
img { overflow: hidden }

ol { list-style-type: decimal }
ul { list-style-type: disc }
:is(dl, ol, ul) ul { list-style-type: circle }
:is(dl, ol, ul) :is(dl, ol, ul) ul { list-style-type: square }
li::marker { font-variant-numeric: tabular-nums; white-space: pre; text-transform: none }
ol, ul { counter-reset: list-item; break-before: avoid }

h1 { bookmark-level: 1 }
h2 { bookmark-level: 2 }
h3 { bookmark-level: 3 }
h4 { bookmark-level: 4 }
h1, h2, h3, h4 { bookmark-label: content(text); hyphens: manual }
h1, h2, h3, h4 { break-after: avoid; break-inside: avoid }

@page {
  @footnote { margin-top: 1em }
  @top-left { text-align: left; vertical-align: middle }
  @top-center { text-align: center; vertical-align: middle }
  @top-right { text-align: right; vertical-align: middle }
  @bottom-left { text-align: left; vertical-align: middle }
  @bottom-center { text-align: center; vertical-align: middle }
  @bottom-right { text-align: right; vertical-align: middle }
}
"""
"""Margins and paddings are left out: every style begins without any."""
