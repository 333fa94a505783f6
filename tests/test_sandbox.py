"""Templates run no code: known attacks on Jinja2 are refused with their line or do nothing."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import MethodType
from typing import Any

import pytest
from jinja2 import Environment, StrictUndefined
from jinja2.exceptions import SecurityError
from jinja2.filters import FILTERS
from makers import CLOCK, day, words
from pages import ROOT, elements, page_text
from papers import Paper, rendered, wrong

from briefgen.documents.catalogue import (
    BRIEF,
    COMMITMENTS,
    MINUTES,
    PARTICIPANTS,
    SIGN_IN,
    SUMMARY,
    DocumentKind,
)
from briefgen.documents.orders import MatrixOrder, SessionOrder, SignInOrder, SummaryOrder
from briefgen.register.loading import load_register
from briefgen.register.models.issuer import Issuer
from briefgen.register.workspace import Workspace
from briefgen.rendering.reach import is_in_reach
from briefgen.rendering.sandbox import Sandbox
from briefgen.rendering.stock import stock_filters

EVERYTHING = ROOT / "tests/everything"
DAY = day("2026-11-25")
SESSION = SessionOrder("test-talks/3", DAY, "internal")
ORDERS: dict[str, tuple[DocumentKind[Any], object]] = {
    "brief": (BRIEF, SESSION),
    "minutes": (MINUTES, SESSION),
    "participants": (PARTICIPANTS, SESSION),
    "sign-in": (SIGN_IN, SignInOrder("test-talks/3", DAY, "internal")),
    "summary": (SUMMARY, SummaryOrder(2019, DAY, "internal")),
    "matrix": (COMMITMENTS, MatrixOrder("test-talks", DAY, "internal")),
}

WALKS = [
    "{{ document.__class__ }}",
    "{{ document.__class__.__mro__ }}",
    "{{ document['__class__'] }}",
    "{{ document['__cla' ~ 'ss__'] }}",
    r"{{ document['\x5f\x5fclass\x5f\x5f'] }}",
    r"{{ document['\u005f\u005fclass\u005f\u005f'] }}",
    "{{ document[['__class', '__'] | join] }}",
    "{{ document['__ssalc__' | reverse] }}",
    "{{ document['__CLASS__' | lower] }}",
    "{{ document['%sclass%s' | format('__', '__')] }}",
    "{% set name = '__class__' %}{{ document[name] }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ ''.__class__.__base__.__subclasses__() }}",
    "{{ ''['__class__']['__mro__'] }}",
    "{{ ().__class__.__bases__[0].__subclasses__() }}",
    "{{ [].__class__.__base__ }}",
    "{{ {}.__class__.__base__ }}",
    "{{ (1).__class__ }}",
    "{{ true.__class__ }}",
    "{{ none.__class__ }}",
    "{{ document.as_of.__reduce__() }}",
    "{{ document.as_of.__init__.__objclass__ }}",
    "{{ document.text.best.__func__.__globals__ }}",
    "{{ document.text.best.__self__ }}",
    "{{ document.__dataclass_fields__ }}",
    "{{ document.__replace__(text=1) }}",
    "{{ document._replace(text=1) }}",
    "{{ document.__dict__ }}",
    "{{ document.__init__(1) }}",
    "{{ document.__setattr__('text', 1) }}",
    "{{ document.text.__eq__.__self__.__class__ }}",
    "{{ document.as_of.replace(year=1) }}",
    "{{ document.as_of.strftime('%Y') }}",
    "{{ [document] | map(attribute='__class__') | join }}",
    "{{ [document] | map(attribute='text.__class__') | join }}",
    "{{ [document] | selectattr('__class__') | list }}",
    "{{ [document] | rejectattr('__class__') | list }}",
    "{{ [document, document] | groupby('__class__') }}",
    "{{ [document, document] | sort(attribute='__class__') }}",
    "{{ [document] | unique(attribute='__class__') | list }}",
    "{{ [document, document] | max(attribute='__class__') }}",
    "{{ [document] | sum(attribute='__class__') }}",
    "{{ [document] | join(attribute='__class__') }}",
]
"""From a value to Python's own classes, or to what changes it."""
FUNCTIONS = [
    "{{ numbered.__globals__ }}",
    "{{ numbered.__self__ }}",
    "{{ numbered.__func__ }}",
    "{{ of_each.__code__ }}",
    "{{ of_each.__globals__['__builtins__'] }}",
    "{{ range.__self__ }}",
    "{{ dict.__base__ }}",
    "{{ dict.mro() }}",
    "{{ dict.fromkeys }}",
    "{{ namespace.__init__.__globals__ }}",
    "{{ namespace(a=1).__class__ }}",
    "{{ _.__globals__ }}",
    "{{ _.__self__ }}",
    "{{ _.__wrapped__ }}",
    "{{ gettext.__closure__ }}",
    "{{ gettext.__globals__.sys }}",
    "{{ ngettext.install }}",
    "{{ self.__init__.__globals__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ self._TemplateReference__context.environment }}",
    "{% block a %}{{ self.a._context }}{% endblock %}",
    "{% block a %}{{ self.a._stack }}{% endblock %}",
    "{% block a %}{{ super.__class__ }}{% endblock %}",
    "{% for x in [1] %}{{ loop.__init__.__globals__ }}{% endfor %}",
    "{% for x in [1] %}{{ loop._iterable }}{% endfor %}",
    "{% for x in [1] recursive %}{{ loop._recurse.__globals__ }}{% endfor %}",
    "{% macro m() %}{{ varargs.__class__ }}{% endmacro %}{{ m(1) }}",
    "{% macro m() %}{{ kwargs.__class__ }}{% endmacro %}{{ m(a=1) }}",
    "{% macro m() %}{{ caller.__globals__ }}{% endmacro %}{% call m() %}{% endcall %}",
    "{% macro m() %}{% endmacro %}{{ m._func.__globals__ }}",
    "{% macro m() %}{% endmacro %}{{ m._environment }}",
    "{% import 'parts/official.html.j2' as part %}{{ part.__class__ }}",
    "{% import 'parts/official.html.j2' as part %}{{ part._body_stream }}",
    "{{ ([1] | map('upper')).gi_frame }}",
    "{{ ([1] | map('upper')).gi_code }}",
    "{{ ([1] | map('upper')).send }}",
    "{{ ([1] | map('upper')).cr_frame }}",
    "{{ ([1] | map('upper')).ag_frame }}",
    "{{ issuer.model_copy(update={}) }}",
    "{{ issuer.model_dump() }}",
    "{{ issuer.model_config }}",
    "{{ issuer.copy() }}",
    "{{ issuer.parse_file('/etc/passwd') }}",
    "{{ issuer.model_fields }}",
    "{{ issuer.__pydantic_validator__ }}",
]
"""From what templates can call, or from Jinja's own objects, to the environment and its globals."""
FORMATS = [
    "{{ '{0.__class__}'.format(document) }}",
    "{{ '{0.text}'.format(document) }}",
    "{{ '{x.__class__.__mro__}'.format_map({'x': document}) }}",
    "{{ ('{0.__class__}' | safe).format(document) }}",
    "{{ ['{0.__class__}'] | map(attribute='format') | join }}",
    "{{ '{0}'['format'](document) }}",
    "{{ '%(a.__class__)s' % {'a': document} }}",
    "{{ '%r' % document }}",
    "{{ 'a'.join([document]) }}",
    "{{ 'a'.encode('utf-8') }}",
    "{{ 'a'.translate({97: 98}) }}",
    "{{ (1).from_bytes }}",
    "{{ (1).to_bytes(1, 'big') }}",
]
"""Format strings, which walk attributes by themselves, and the way from text to bytes."""
MISSING = [
    "{{ lipsum.__globals__['os'].popen('id').read() }}",
    "{{ cycler.__init__.__globals__.os }}",
    "{{ joiner.__init__.__globals__ }}",
    "{{ config.items() }}",
    "{{ config.__class__.from_envvar }}",
    "{{ request.application.__globals__ }}",
    "{{ request['application'] }}",
    "{{ url_for.__globals__ }}",
    "{{ get_flashed_messages.__globals__ }}",
    "{{ g.pop.__globals__ }}",
    "{{ context.environment }}",
    "{{ _context.environment }}",
    "{{ environment.globals }}",
    "{{ __builtins__ }}",
    "{{ __import__('os') }}",
    "{{ open('/etc/passwd').read() }}",
    "{{ eval('1') }}",
    "{{ getattr(document, 'text') }}",
    "{{ type(document) }}",
    "{{ document | attr('__class__') }}",
    "{{ document | attr('text') }}",
    "{{ document | pprint }}",
    "{{ {'a': 1} | tojson }}",
    "{{ {'onclick': 'x'} | xmlattr }}",
    "{{ 'javascript:alert(1)' | urlize }}",
    "{{ [1] | random }}",
    "{{ [1] | map('attr', '__class__') | list }}",
    "{% do document.text %}",
    "{% debug %}",
    "{% set x = await document %}",
    "{% python %}import os{% endpython %}",
    "{{ document.text := 1 }}",
    "{% include '/etc/passwd' %}",
    "{% include '../../../etc/passwd' %}",
    "{% include ['../' ~ 'secret', '/etc/passwd'] %}",
    "{% import '/etc/passwd' as x %}",
    "{% extends '/etc/passwd' %}",
    "{% extends document %}",
    "{% include document %}",
    "{% from 'parts/official.html.j2' import _body_stream %}",
]
"""Names, filters, tags and files that aren't there at all."""
CHANGES = [
    "{% set x = [].append(1) %}",
    "{% set x = {}.update(a=1) %}",
    "{% set x = {'a': 1}.pop('a') %}",
    "{% set x = {'a': 1}.setdefault('b', 2) %}",
    "{% set x = [1].sort() %}",
    "{% set x = namespace().__setattr__('a', 1) %}",
]
REFUSED = [*WALKS, *FUNCTIONS, *FORMATS, *MISSING, *CHANGES]
HARMLESS = [
    ("{{ document.__class__ is defined }}", "False"),
    ("{{ document.__class__ | default('nothing') }}", "nothing"),
    ("{{ '{0.__class__}' }}", "{0.__class__}"),
    ("{{ '{{ document.__class__ }}' }}", "{{ document.__class__ }}"),
    ("{{ '%s' | format('{0.__class__}') }}", "{0.__class__}"),
    ("{{ {'__class__': 'a text'}['__class__'] }}", "a text"),
    ("{% set __class__ = 'a text' %}{{ __class__ }}", "a text"),
    ("{% macro m() %}{{ varargs }}{% endmacro %}{{ m(1) }}", "(1,)"),
    ("{% set document = 'another' %}{{ document }}", "another"),
    ("{% include ['gone.html.j2'] ignore missing %}none", "none"),
    ("{% raw %}{{ document.__class__ }}{% endraw %}", "{{ document.__class__ }}"),
    ("{{ '<script>' }}", "<script>"),
    ("{{ 'a' if document.text.__class__ is undefined else 'b' }}", "a"),
]
"""What yields a plain text."""
MARKUP = [
    ("<script>alert(1)</script>", "<script> is no element of a page"),
    ("<p onclick='x()'>a</p>", "<p> has no attribute 'onclick'"),
    ("<p style='color:red'>a</p>", "<p> has no attribute 'style'"),
    ("<p><a href='javascript:alert(1)'>a</a></p>", "href='javascript:alert(1)' on <a>"),
    ("<p><a href='JaVaScRiPt:alert(1)'>a</a></p>", "href='JaVaScRiPt:alert(1)' on <a>"),
    ("<p><a href='&#106;avascript:x'>a</a></p>", "href='javascript:x' on <a>"),
    ("<p><a href='data:text/html,x'>a</a></p>", "href='data:text/html,x' on <a>"),
    ("<p><a href='file:///etc/passwd'>a</a></p>", "href='file:///etc/passwd' on <a>"),
    ("<figure><img src='/etc/passwd' alt='a'></figure>", "src='/etc/passwd' on <img>"),
    ("<figure><img src='https://a.example/b' alt='a'></figure>", "on <img>"),
    ("<iframe src='x'></iframe>", "<iframe> is no element of a page"),
    ("<style>p {}</style>", "<style> is no element of a page"),
    ("<link rel='stylesheet' href='x'>", "<link> is no element of a page"),
    ("<svg onload='x'></svg>", "<svg> is no element of a page"),
    ("<!-- a -->", "write comments as"),
    ("<![CDATA[a]]>", "is no element of a page"),
    ("<![foo[a]]>", "<![… is no element of a page"),
    ("<?php a ?>", "is no element of a page"),
]
"""Markup that a template can make without any escaping, and what the vocabulary says of it."""


def test_there_are_enough_attacks() -> None:
    assert len(REFUSED) == len(set(REFUSED)) > 120


@pytest.mark.parametrize("snippet", REFUSED)
def test_an_attack_is_refused_with_its_line(tmp_path: Path, snippet: str) -> None:
    said = wrong(tmp_path, f"<p>{snippet}</p>")
    assert said.startswith("paper.html.j2:3:1: ")
    assert len(said) < 350
    assert "/etc/passwd:" not in said
    assert str(tmp_path) not in said


@pytest.mark.parametrize(("snippet", "text"), HARMLESS)
def test_what_only_looks_like_an_attack_yields_plain_text(
    tmp_path: Path, snippet: str, text: str
) -> None:
    assert page_text(rendered(tmp_path, f"<p>{snippet}</p>")) == text


def test_a_template_sets_nothing_of_its_document(tmp_path: Path) -> None:
    said = wrong(tmp_path, "<p>a</p>{% set document.text = 1 %}")
    assert said.endswith("cannot assign attribute on non-namespace object")


def test_what_is_out_of_reach_isnt_even_looked_up() -> None:
    class Trap:
        @property
        def text(self) -> str:
            raise AssertionError("it was looked up")

    sandbox = Sandbox(undefined=StrictUndefined)
    for expression in ("trap.text", "trap['text']", "[trap] | map(attribute='text') | first"):
        template = sandbox.from_string(f"{{{{ {expression} }}}}")
        with pytest.raises(SecurityError, match="templates can't use 'text' of a 'Trap'"):
            template.render(trap=Trap())


def test_without_the_sandbox_these_attacks_succeed() -> None:
    plain = Environment(autoescape=True)
    done = [each for each in WALKS if succeeds(plain, each)]
    assert len(done) > 25


def succeeds(environment: Environment, snippet: str) -> bool:
    try:
        text = environment.from_string(snippet).render(document=Paper(words("x")))
    except Exception:  # noqa: BLE001  whatever stops it
        return False
    return bool(text)


@pytest.mark.parametrize(
    "way", ["{{ %r | safe }}", "{%% autoescape false %%}{{ %r }}{%% endautoescape %%}"]
)
@pytest.mark.parametrize(("markup", "said"), MARKUP)
def test_what_isnt_escaped_is_held_by_the_vocabulary(
    tmp_path: Path, way: str, markup: str, said: str
) -> None:
    found = wrong(tmp_path, "<p>a</p>\n" + way % markup)
    assert said in found
    assert found.startswith("paper.html.j2:")


def test_markup_of_the_vocabulary_can_be_written_without_escaping(tmp_path: Path) -> None:
    page = rendered(tmp_path, "<p>{{ '<em>a</em>' | safe }}</p>")
    assert [text.tag for text in elements(page, "em")] == ["em"]


def test_a_place_that_markup_pretends_is_no_number(tmp_path: Path) -> None:
    found = wrong(tmp_path, """<p>a</p>{{ '<b data-at="other:²">' | safe }}""")
    assert "paper.html.j2:3:1: <b> is no element of a page" in found.splitlines()


# What is in reach.


METHODS = {"best", "count", "has", "is_after", "is_before"}
FACTS = {str, int, bool, type(None), tuple, dict, Decimal, date}


@pytest.mark.parametrize("name", ORDERS)
def test_documents_hold_nothing_but_facts(name: str) -> None:
    kind, order = ORDERS[name]
    values = list(reached(kind.prepare(load_register(Workspace(EVERYTHING), CLOCK), order)))
    assert len(values) > 100
    assert {each for each in kinds_of(values) if not is_fact(each)} == set()
    methods = {each.__name__ for each in values if isinstance(each, MethodType)}
    assert methods <= METHODS
    assert {type(each) for each in values if callable(each)} <= {MethodType}


def test_an_issuer_is_in_reach_and_nothing_that_its_library_adds() -> None:
    told = {*dir(Issuer), *Issuer.model_fields}
    names = {name for name in told if is_in_reach(Issuer, name)}
    assert {"body", "signatory", "recipients"} <= names
    assert names <= {*Issuer.model_fields, *vars(Issuer)}
    assert not [name for name in names if name.startswith(("model_", "_"))]


def kinds_of(values: list[object]) -> set[type]:
    return {type(each) for each in values if not callable(each)}


def is_fact(kind: type) -> bool:
    return kind in FACTS or kind.__module__.startswith("briefgen.")


def reached(value: object) -> Iterator[object]:
    """All that a template can come to from a value, methods included."""
    yield value
    if isinstance(value, Mapping):
        held = [*value.keys(), *value.values()]
    elif isinstance(value, tuple):
        held = list(value)
    elif is_fact(type(value)) and type(value) not in FACTS:
        names = {*dir(type(value)), *vars(value)}
        held = [getattr(value, name) for name in names if is_in_reach(type(value), name)]
    else:
        return
    for each in held:
        yield from reached(each)


# What a workspace may have to change in its own templates.


@pytest.mark.parametrize("name", sorted(FILTERS))
def test_every_filter_of_jinja_is_told_to_be_kept_or_left_out(name: str) -> None:
    kept, left_out = (filters_told(each) for each in ("Kept", "Left out"))
    assert (name in stock_filters()) == (name in kept)
    assert (name in kept) != (name in left_out)


def filters_told(head: str) -> set[str]:
    told = (ROOT / "docs/templates.md").read_text("utf-8")
    (line,) = re.findall(rf"^\*\*{head}:\*\* (.*?)\n\n", told, re.DOTALL | re.MULTILINE)
    return set(re.findall(r"`(\w+)`", line))
