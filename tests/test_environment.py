"""Templates: strict, sandboxed, escaping; a mistake in one is told with its file and line."""

from pathlib import Path

import pytest
from makers import words
from pages import page_text, presentation
from papers import HEAD, Paper, rendered, wrong

from briefgen.problems import TemplateError
from briefgen.rendering.page import text_of
from briefgen.rendering.rendering import render_page


def test_a_page_tells_about_itself(tmp_path: Path) -> None:
    page = rendered(tmp_path, "<p>{{ document.text | text }}</p>")
    assert (page.title, page.subject) == ("A made-up title", "A made-up subject")
    assert (page.language, page.author) == ("en", "The made-up secretariat")
    assert (page.header, page.footer) == ("Shared edition", "Register as of 22 November 2026")
    assert (page.page_number.before, page.page_number.between) == ("Page ", " of ")


# Mistakes are told with file and line.


def test_an_undefined_variable(tmp_path: Path) -> None:
    found = wrong(tmp_path, "<p>a</p>\n<p>{{ documnet.text }}</p>")
    assert found == "paper.html.j2:4:1: 'documnet' is undefined"


def test_an_undefined_field(tmp_path: Path) -> None:
    found = wrong(tmp_path, "<p>{{ document.txt }}</p>")
    assert found.startswith("paper.html.j2:3:1: ")
    assert "has no attribute 'txt'" in found


def test_an_undefined_field_is_an_error_even_in_a_condition(tmp_path: Path) -> None:
    assert wrong(tmp_path, "{% if document.txt %}{% endif %}").startswith("paper.html.j2:3:1: ")


def test_a_mistake_of_syntax(tmp_path: Path) -> None:
    found = wrong(tmp_path, "<p>a</p>\n\n{% fro x in y %}")
    assert found == "paper.html.j2:5:1: Encountered unknown tag 'fro'."


def test_a_block_that_never_ends(tmp_path: Path) -> None:
    assert wrong(tmp_path, "{% if document.text %}<p>a</p>").startswith(
        "paper.html.j2:3:1: Unexpected end"
    )


def test_an_unknown_filter(tmp_path: Path) -> None:
    found = wrong(tmp_path, "<p>{{ document.text | txet }}</p>")
    assert found == "paper.html.j2:3:1: No filter named 'txet'."


def test_a_filter_on_the_wrong_thing(tmp_path: Path) -> None:
    assert wrong(tmp_path, "<p>a</p>\n<p>{{ 3 | text }}</p>").startswith("paper.html.j2:4:1: ")


def test_an_unknown_word(tmp_path: Path) -> None:
    found = wrong(tmp_path, '<p>{{ "cancled" | word("status") }}</p>')
    assert found == "paper.html.j2:3:1: there is no 'cancled'"


@pytest.mark.parametrize("expression", ["1 / 0", "[1][5]", "'a' + 1", "numbered(('gone',))"])
def test_an_expression_that_fails(tmp_path: Path, expression: str) -> None:
    found = wrong(tmp_path, f"<p>a</p>\n<p>{{{{ {expression} }}}}</p>")
    assert found.startswith("paper.html.j2:4:1: ")


def test_a_macro_that_calls_itself_for_ever(tmp_path: Path) -> None:
    body = "{% macro again() %}{{ again() }}{% endmacro %}<p>{{ again() }}</p>"
    assert wrong(tmp_path, body).startswith("paper.html.j2:3:1: ")


def test_an_undefined_variable_in_a_part(tmp_path: Path) -> None:
    found = wrong(tmp_path, '{% include "parts/one.html.j2" %}', one="<p>a</p>\n<p>{{ gone }}</p>")
    assert found == "parts/one.html.j2:2:1: 'gone' is undefined"


def test_a_mistake_of_syntax_in_a_part(tmp_path: Path) -> None:
    found = wrong(tmp_path, '{% include "parts/one.html.j2" %}', one="<p>a</p>\n{% endif %}")
    assert found.startswith("parts/one.html.j2:2:1: Encountered unknown tag 'endif'")


def test_an_unknown_role_in_a_part(tmp_path: Path) -> None:
    found = wrong(
        tmp_path,
        '<p>a</p>\n{% include "parts/one.html.j2" %}',
        one='{# a remark\n   over two lines #}\n<p>b</p>\n<p class="kickre">c</p>',
    )
    assert found == (
        "parts/one.html.j2:4:1: the style has no role 'p.kickre' (did you mean 'p.kicker'?)"
    )


def test_an_unknown_role_in_a_macro(tmp_path: Path) -> None:
    found = wrong(
        tmp_path,
        '{% import "parts/one.html.j2" as one %}\n<p>{{ one.marked("x") }}</p>',
        one='\n{% macro marked(text) %}<span class="nope">{{ text }}</span>{% endmacro %}',
    )
    assert found.startswith("parts/one.html.j2:2:1: the style has no role 'span.nope'")


def test_a_tag_over_several_lines(tmp_path: Path) -> None:
    found = wrong(tmp_path, '<p>a</p>\n<p\n  class="nope"\n>b</p>')
    assert found.startswith("paper.html.j2:4:1: the style has no role 'p.nope'")


def test_an_element_after_a_translated_block(tmp_path: Path) -> None:
    body = "<p>{% trans %}Two\nlines{% endtrans %}</p>\n<p class='nope'>b</p>"
    assert wrong(tmp_path, body).startswith("paper.html.j2:5:1: the style has no role 'p.nope'")


def test_a_part_that_is_missing(tmp_path: Path) -> None:
    found = wrong(tmp_path, '<p>a</p>\n{% include "parts/gone.html.j2" %}')
    assert found == "paper.html.j2:4:1: there is no template 'parts/gone.html.j2'"


def test_a_template_that_is_missing() -> None:
    with pytest.raises(TemplateError, match=r"there is no template 'gone.html.j2'"):
        render_page(Paper(words("x")), "gone.html.j2", presentation())


@pytest.mark.parametrize("variable", ["title", "subject"])
def test_a_template_that_sets_no_title_or_subject(tmp_path: Path, variable: str) -> None:
    body = HEAD.replace(f"{{% set {variable} =", "{% set other =") + "<p>a</p>"
    (tmp_path / "bare.html.j2").write_text(body, "utf-8")
    with pytest.raises(TemplateError, match=f"the template sets no '{variable}'"):
        render_page(Paper(words("x")), "bare.html.j2", presentation(tmp_path))


def test_a_template_that_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "bytes.html.j2").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(TemplateError, match=r"^bytes\.html\.j2: "):
        render_page(Paper(words("x")), "bytes.html.j2", presentation(tmp_path))


# Escaping.


@pytest.mark.parametrize(
    "text",
    ["<p>", "<script>alert(1)</script>", "a & b", "&lt;", "'\"", "{{ 1 + 1 }}", "{% x %}", "%(a)s"],
)
def test_text_of_the_register_stays_text(tmp_path: Path, text: str) -> None:
    page = rendered(tmp_path, "<p>{{ document.text | text }}</p>", text)
    assert page_text(page) == text


@pytest.mark.parametrize("text", ["<em>", "a & b", "100 %", "%(who)s"])
def test_text_of_the_register_stays_text_within_a_message(tmp_path: Path, text: str) -> None:
    body = '<p>{{ _("By %(who)s.", who=document.text | text) }}</p>'
    assert page_text(rendered(tmp_path, body, text)) == f"By {text}."
    block = "<p>{% trans who=document.text | text %}By <em>{{ who }}</em>.{% endtrans %}</p>"
    assert page_text(rendered(tmp_path, block, text)) == f"By {text}."


def test_a_text_cannot_break_out_of_an_attribute(tmp_path: Path) -> None:
    page = rendered(tmp_path, '<p data-ref="{{ document.text | text }}">a</p>', '" onclick="x')
    assert page.body[0].attributes == {"data-ref": '" onclick="x'}


def test_a_title_holds_no_markup(tmp_path: Path) -> None:
    body = "{% set title = document.text | text %}<p>a</p>"
    assert rendered(tmp_path, body, "a <b> & c").title == "a <b> & c"


# The sandbox.


@pytest.mark.parametrize(
    "statement",
    ["{% set _ = [].append(1) %}", "{% do document.x %}", "{% set _ = {}.update(a=1) %}"],
)
def test_a_template_changes_nothing(tmp_path: Path, statement: str) -> None:
    assert wrong(tmp_path, f"{statement}<p>a</p>").startswith("paper.html.j2:3:1: ")


def test_a_template_reads_no_file_outside_of_its_folders(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("made-up secret", "utf-8")
    inner = tmp_path / "templates"
    inner.mkdir()
    assert "there is no template" in wrong(inner, '{% include "../secret.txt" %}')
    assert "there is no template" in wrong(inner, f'{{% include "{tmp_path}/secret.txt" %}}')


# A workspace's own templates.


def test_a_workspaces_own_part_wins_and_the_others_stay(tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    own = "{% macro not_recorded() %}<span class='not-recorded'>unknown here</span>{% endmacro %}"
    (tmp_path / "parts" / "phrases.html.j2").write_text(own, "utf-8")
    (tmp_path / "paper.html.j2").write_text(
        HEAD
        + '{% import "parts/phrases.html.j2" as phrases %}<p>{{ phrases.not_recorded() }}</p>'
        + '{% include "parts/sources.html.j2" %}',
        "utf-8",
    )
    page = render_page(Paper(words("x")), "paper.html.j2", presentation(tmp_path))
    assert [text_of(block) for block in page.body] == ["unknown here"]


def test_a_mistake_in_a_workspaces_own_part_is_told_there(tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "sources.html.j2").write_text("\n<p>{{ gone }}</p>", "utf-8")
    found = wrong(tmp_path, '{% include "parts/sources.html.j2" %}')
    assert found == "parts/sources.html.j2:2:1: 'gone' is undefined"
