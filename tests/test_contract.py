"""What templates use, the vocabulary has and the house style knows; every term has its word."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import get_args

import pytest

from briefgen.documents.editions import Edition
from briefgen.register.models.attendance import Attendance, Role
from briefgen.register.models.commitments import Progress
from briefgen.register.models.entries import Note
from briefgen.register.models.outcomes import Figure, OutcomeKind
from briefgen.register.models.sessions import Mode, PreparationKind, SessionFile, Status
from briefgen.rendering.house_styles import known_styles, load_style
from briefgen.rendering.page import Element
from briefgen.rendering.parallel.sides import GAP, SECOND
from briefgen.rendering.style import Style
from briefgen.rendering.untranslated import MARK, OTHER_LANGUAGE
from briefgen.rendering.vocabulary import ATTRIBUTE_FORMS, COMMON_ATTRIBUTES, VOCABULARY
from briefgen.rendering.words import SIGNS, WORDS
from briefgen.rules.attendance import Presence
from briefgen.rules.order import RANKS
from briefgen.rules.standings import STANDINGS, Standing

TEMPLATES = Path(__file__).parents[1] / "templates"
SOURCES = sorted(TEMPLATES.rglob("*.j2"))
STYLES = [load_style(name, (TEMPLATES,)) for name in known_styles((TEMPLATES,))]
PLAIN = load_style("plain", (TEMPLATES,))
CODE = re.compile(r"\{#.*?#\}|\{%.*?%\}", re.DOTALL)
TAG = re.compile(r"<([a-z][a-z0-9]*)((?:\{\{.*?\}\}|\"[^\"]*\"|[^\">])*)>")
CLASS = re.compile(r"class=\"([^\"]*)\"")
ATTRIBUTE = re.compile(r"([a-z][a-z-]*)=\"")
SPOKEN = re.compile(
    r"\{%-?\s*trans\b.*?endtrans\s*-?%\}|\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|<[^>]*>", re.DOTALL
)
"""Code, messages and tags: what is left of a template without them stands on every page."""
HEADED = re.compile(r'frame\.head\("([a-z-]+)"')
COMPUTED = re.compile(r"\{\{.*?\}\}")
OF_LANGUAGES = {f"span.{name}" for name in (OTHER_LANGUAGE, MARK, SECOND, GAP)}
"""What no template uses: texts in another language have it, and pages in two languages."""
OF_THE_PAGE = {"body", "header", "footer", "page-number"}
OF_OWN_TEMPLATES = {"li.point"}
"""The fourth level of GB/T 9704, for templates of a workspace's own."""
VIETNAMESE = ["parts/official.html.j2", "parts/vietnamese.html.j2"]
FRAMED_BY = {
    "plain": ["frames/plain.html.j2"],
    "nd30": ["frames/nd30.html.j2", *VIETNAMESE],
    "hd36": ["frames/hd36.html.j2", *VIETNAMESE],
    "gbt9704": ["frames/gbt9704.html.j2", "parts/official.html.j2"],
}
"""What each frame is made of."""
WITHOUT_WORD_STYLE = {
    "article.place-card",  # a cell: what stands in it has styles of its own
    "article.badge",
    "aside.glance",  # a box: what stands in it has styles of its own
    "tr.current",  # a row's fill lies on its cells
    "img",  # a picture stands in a figure's paragraph
}

STEPS = {
    part: [
        str(step)
        for card in PLAIN.cards.values()
        if part in card.fits
        for step in range(card.fits[part].first, card.fits[part].last + 1)
    ]
    for part in {part for card in PLAIN.cards.values() for part in card.fits}
}
"""The steps from which the size of a text on a card is chosen, by the text's part of the card."""


def tags(paths: Iterable[Path] = SOURCES) -> set[tuple[str, str]]:
    """All start tags of templates, each with its attributes."""
    texts = [CODE.sub(" ", path.read_text("utf-8")) for path in paths]
    return {(tag, rest) for text in texts for tag, rest in TAG.findall(text)}


def used_elements() -> set[str]:
    return {tag for tag, _ in tags()}


def used_roles(paths: Iterable[Path] = SOURCES) -> set[str]:
    """`p.kicker` and so on; a role with a standing or a step in it stands for all of them."""
    found = {
        (tag, role)
        for tag, rest in tags(paths)
        for roles in CLASS.findall(COMPUTED.sub("*", rest))
        for role in roles.split()
    }
    return {
        f"{tag}.{role.replace('*', name)}"
        for tag, role in found
        for name in (STEPS.get(role.partition("-")[0], STANDINGS) if "*" in role else [""])
    }


def test_the_scan_finds_what_templates_use() -> None:
    assert len(SOURCES) > 10
    assert len(used_elements()) > 20
    assert len(used_roles()) > 20
    assert {"table", "dl", "aside", "sup"} <= used_elements()
    assert {"p.kicker", "span.not-recorded", "span.inferred", "tr.current"} <= used_roles()
    assert {f"span.status-{name}" for name in STANDINGS} <= used_roles()
    assert {"p.name-1", "p.name-9", "p.office-1", "p.sheet", "article.badge"} <= used_roles()
    assert "p.name-10" not in used_roles()


OF_FRAMES = {"official.html", "vietnamese.html"}


@pytest.mark.parametrize(
    "path",
    [path for path in SOURCES if path.parent.name != "frames" and path.stem not in OF_FRAMES],
    ids=lambda path: path.stem,
)
def test_templates_hold_no_words_and_no_marks_outside_of_messages(path: Path) -> None:
    """A frame may, and what frames share: they are of the offices of one country."""
    left = SPOKEN.sub(" ", path.read_text("utf-8")).split()
    assert set(left) <= {"·", "–", "[", "]", ",&nbsp;"}


@pytest.mark.parametrize("tag", sorted(used_elements()))
def test_every_element_that_templates_use_is_in_the_vocabulary(tag: str) -> None:
    assert tag in VOCABULARY


def scanned(style: Style) -> list[Path]:
    """The templates that make documents in a house style: all but the frames of others."""
    others = {name for frame, names in FRAMED_BY.items() if frame != style.frame for name in names}
    left_out = {TEMPLATES / name for name in others - {*FRAMED_BY[style.frame]}}
    return [path for path in SOURCES if path not in left_out]


EACH_STYLE = pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)


def test_every_frame_is_that_of_a_style() -> None:
    frames = {path.name.partition(".")[0] for path in (TEMPLATES / "frames").iterdir()}
    assert frames == {style.frame for style in STYLES} == set(FRAMED_BY)
    assert all((TEMPLATES / name).is_file() for names in FRAMED_BY.values() for name in names)


@EACH_STYLE
def test_every_role_that_templates_use_is_in_the_house_style(style: Style) -> None:
    used = used_roles(scanned(style))
    assert len(used) > 50
    assert used - set(style.roles) == set()


@EACH_STYLE
def test_every_role_of_the_house_style_names_its_style_in_word(style: Style) -> None:
    without = {name for name, tokens in style.roles.items() if not tokens.word}
    assert without == WITHOUT_WORD_STYLE | {name for name in style.roles if is_laid_out(name)}


def is_laid_out(name: str) -> bool:
    """Whether a role is of a section, which is nothing but a place for what stands in it."""
    return name.startswith("section.")


@EACH_STYLE
def test_no_two_roles_share_a_style_in_word(style: Style) -> None:
    names = [tokens.word for tokens in style.roles.values() if tokens.word]
    assert sorted(names) == sorted(set(names))


@EACH_STYLE
def test_every_role_of_the_house_style_is_of_an_element(style: Style) -> None:
    elements = {name.partition(".")[0] for name in set(style.roles) - OF_THE_PAGE}
    assert elements - set(VOCABULARY) == set()


@EACH_STYLE
def test_no_role_of_the_house_style_lies_idle(style: Style) -> None:
    roles = used_roles(scanned(style)) | OF_LANGUAGES | OF_OWN_TEMPLATES
    known = roles | used_elements() | {"figcaption"} | OF_THE_PAGE
    assert set(style.roles) - known == set()


def test_every_attribute_that_templates_use_is_known() -> None:
    used = {
        (tag, name) for tag, rest in tags() for name in ATTRIBUTE.findall(COMPUTED.sub("", rest))
    }
    assert len(used) > 8
    unknown = {
        (tag, name)
        for tag, name in used
        if name not in COMMON_ATTRIBUTES | VOCABULARY[tag].attributes
    }
    assert unknown == set()


def test_every_form_is_of_an_attribute_that_there_is() -> None:
    own = {name for rule in VOCABULARY.values() for name in rule.attributes}
    assert set(ATTRIBUTE_FORMS) <= own | COMMON_ATTRIBUTES


def test_an_element_is_known_to_a_style_by_its_roles_and_its_tag() -> None:
    assert Element("p", roles=("kicker",)).names == ("p.kicker", "p")


# Words.


def choices(model: type, field: str) -> set[str]:
    """The fixed words that a field of a model may hold."""
    annotation = model.model_fields[field].annotation  # type: ignore[attr-defined]
    inner = [each for each in get_args(annotation) if each is not type(None)]
    return set(get_args(inner[0])) if not isinstance(inner[0], str) else set(inner)


LISTS: dict[str, set[str]] = {
    "standing": set(get_args(Standing)),
    "mode": set(get_args(Mode)),
    "status": set(get_args(Status)),
    "time": choices(SessionFile, "time_of_day"),
    "role": set(get_args(Role)),
    "attendance": set(get_args(Attendance)),
    "presence": set(get_args(Presence)),
    "kind": set(get_args(OutcomeKind)),
    "note": choices(Note, "kind"),
    "preparation": set(get_args(PreparationKind)),
    "scale": choices(Figure, "scale"),
    "edition": set(get_args(Edition)),
    "document": {
        kind for path in SOURCES for kind in HEADED.findall(path.read_text(encoding="utf-8"))
    },
}


def test_the_lists_of_fixed_terms_are_read_off_the_models() -> None:
    assert LISTS["time"] == {"morning", "afternoon", "evening"}
    assert LISTS["note"] == {"conflict", "gap", "doubt"}
    assert LISTS["scale"] == {"thousand", "million", "billion"}


@pytest.mark.parametrize("kind", sorted(LISTS))
def test_every_term_has_its_word_and_no_word_is_left_over(kind: str) -> None:
    assert set(WORDS[kind]) == LISTS[kind]
    assert all(word.strip() == word != "" for word in WORDS[kind].values())


def test_every_list_of_words_is_one_of_the_models() -> None:
    assert set(WORDS) == set(LISTS)


def test_every_standing_has_a_sign_of_its_own() -> None:
    assert set(SIGNS) == set(STANDINGS)
    assert len(set(SIGNS.values())) == len(STANDINGS)


def test_every_status_that_can_be_reported_is_a_standing() -> None:
    assert set(get_args(Progress)) < set(STANDINGS)


def test_every_role_has_its_rank() -> None:
    assert set(RANKS) == set(get_args(Role))


@EACH_STYLE
def test_every_standing_has_a_role_in_the_house_style(style: Style) -> None:
    assert {f"span.status-{standing}" for standing in STANDINGS} <= set(style.roles)


@EACH_STYLE
def test_every_standing_has_a_colour_in_pictures(style: Style) -> None:
    assert {f"standing-{standing}" for standing in STANDINGS} <= set(style.colours)
