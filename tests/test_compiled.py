"""Templates are compiled once in a run; each language reads its words from the same code."""

from pathlib import Path

from briefgen.rendering.catalogues import load_words
from briefgen.rendering.compiled import Compiled
from briefgen.rendering.environment import make_environment
from briefgen.rendering.resources import packaged_templates
from briefgen.rendering.sandbox import Sandbox

CONSTANT = '{{ "planned" | word("status") }} {{ ["a", "b"] | listed }}'


def environments(folder: Path) -> list[Sandbox]:
    """One in English and one in Vietnamese, which share what they compile."""
    folders, compiled = (folder, packaged_templates()), Compiled()
    return [
        make_environment(folders, language, load_words(language, folders), compiled)
        for language in ("en", "vi")
    ]


def test_two_languages_share_the_code_of_a_template(tmp_path: Path) -> None:
    made = [each.get_template("brief.html.j2") for each in environments(tmp_path)]
    assert made[0] is not made[1]
    assert made[0].root_render_func.__code__ is made[1].root_render_func.__code__


def test_what_a_template_says_of_itself_is_in_each_language(tmp_path: Path) -> None:
    (tmp_path / "a.html.j2").write_text(CONSTANT)
    texts = [each.get_template("a.html.j2").render() for each in environments(tmp_path)]
    assert texts == ["planned a and b", "dự kiến a và b"]


def test_another_text_under_the_same_name_is_compiled_anew(tmp_path: Path) -> None:
    first, second = environments(tmp_path)
    (tmp_path / "a.html.j2").write_text("one")
    assert first.get_template("a.html.j2").render() == "one"
    (tmp_path / "a.html.j2").write_text("two")
    assert second.get_template("a.html.j2").render() == "two"
