"""Templates, and what they give: HTML that may be anything."""

import tempfile
from collections.abc import Iterator
from gettext import NullTranslations
from pathlib import Path

from fuzz_target import ROOT, Target, refused
from fuzz_tokens import mutated_text

from briefgen.problems import TemplateError
from briefgen.rendering.environment import make_environment
from briefgen.rendering.memory import Memory
from briefgen.rendering.page import walk
from briefgen.rendering.parsing import parse_page
from briefgen.rendering.running import run
from briefgen.rendering.running_bounds import RunningBounds
from briefgen.rendering.vocabulary import VOCABULARY

BOUNDS = RunningBounds(seconds=5)
ROLES = frozenset({"p.kicker", "table.wide", "section.part", "span.mark"})
NAME = "any.html.j2"
HTML = (
    (
        '<h1 id="a">A &amp; b</h1><section class="part"><h2>C</h2><p class="kicker" data-at="x:3">'
        'D<br><a href="#a">e</a> <strong><em>f</em></strong></p></section>'
    ),
    (
        '<table class="wide" data-sheet="S"><caption>A</caption><colgroup><col data-width="3">'
        '</colgroup><thead><tr><th scope="col">B</th></tr></thead><tbody><tr><td colspan="2">C'
        "</td></tr></tbody></table>"
    ),
    (
        '<figure><img src="data:image/png;base64,AAAA" alt="A"><figcaption>B</figcaption></figure>'
        "<ul><li>A<ol><li>B</li></ol></li></ul><dl><div><dt>A</dt><dd>B</dd></div></dl>"
    ),
    "<!-- a --><!DOCTYPE html><?php?><![CDATA[a]]><p/><br/><script>a</script><p lang='vi'>&#0;",
)
TEMPLATES = (
    "{% set title = 'A' %}{% set subject = 'B' %}<h1>{{ text }}</h1>",
    (
        "{% set title, subject = 'A', 'B' %}{% for each in items if each %}<p>{{ loop.index }}"
        "{{ each|upper }}</p>{% else %}<p>-</p>{% endfor %}"
    ),
    (
        "{% macro m(a, b=1) %}<p>{{ a ~ b }}{{ caller() }}</p>{% endmacro %}"
        "{% set title = _('A') %}{% set subject %}B{% endset %}{% call m(text) %}"
        "{% trans n=items|length %}one{% pluralize %}{{ n }} of them{% endtrans %}{% endcall %}"
    ),
    "{% extends 'other.html.j2' %}{% block body %}{{ super() }}{{ items[0].real }}{% endblock %}",
    "{# c #}{% include 'x' ignore missing %}{{ '%s'|format(text) }}{% raw %}{{ }}{% endraw %}",
)


def accepts_html(data: bytes) -> bool:
    """Whether a text is a page; it then holds nothing that the vocabulary doesn't know."""
    try:
        body = parse_page(data.decode("utf-8", "replace"), NAME, ROLES)
    except TemplateError as error:
        return refused(error)
    assert all(element.tag in VOCABULARY for element in walk(body))
    return True


def accepts_template(data: bytes) -> bool:
    """Whether a text is a template that runs and gives a page."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / NAME).write_bytes(data)
        environment = make_environment((folder,), "en", NullTranslations())
        variables = {"items": (1, 0, 2), "text": "A <b> & c"}
        try:
            output = run(environment, NAME, variables, BOUNDS, Memory(BOUNDS.memory))
        except TemplateError as error:
            return refused(error)
    return accepts_html(output.html.encode("utf-8", "replace"))


def templates() -> Iterator[bytes]:
    yield from (text.encode() for text in TEMPLATES)
    yield (ROOT / "templates/parts/official.html.j2").read_bytes()


PAGES = Target(accepts_html, lambda: (text.encode() for text in HTML))
RUNS = Target(accepts_template, templates, mutated_text)
