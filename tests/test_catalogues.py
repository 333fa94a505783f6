"""Catalogues of words: whole and current where they ship, and told what is wrong in them."""

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.mofile import read_mo
from babel.messages.plurals import get_plural

from briefgen.problems import TemplateError
from briefgen.register.spreadsheets.heads import meaning_of
from briefgen.register.spreadsheets.terms import Term, term_of
from briefgen.rendering.catalogues import load_words, read_catalogue
from briefgen.rendering.extraction import all_words, renew_all, renewed
from briefgen.rendering.languages import LANGUAGES
from briefgen.rendering.mo_file import mo_file
from briefgen.rendering.po_file import MOST_BYTES, MOST_MESSAGES, Entry, read_po_file
from briefgen.rendering.template_files import TemplateFile
from briefgen.rendering.words import WORDS

ROOT = Path(__file__).parents[1]
TEMPLATES, CODE = ROOT / "templates", ROOT / "briefgen"
TRANSLATED = [language for language in LANGUAGES if language != "en"]
HEADER = 'msgid ""\nmsgstr "Plural-Forms: nplurals=1; plural=0;\\n"\n\n'


def entries(language: str) -> list[Entry]:
    return read_catalogue(TemplateFile(TEMPLATES, f"words/{language}.po"), language).entries


def lines(entries: Iterable[Entry]) -> list[str]:
    return [f"{entry.line}: {entry.message}" for entry in entries]


def wrong(tmp_path: Path, text: str | bytes, language: str = "vi") -> list[str]:
    """What is said of a catalogue in a workspace."""
    write(tmp_path, text, language)
    with pytest.raises(TemplateError) as caught:
        load_words(language, (tmp_path, TEMPLATES))
    return [str(problem) for problem in caught.value.problems]


def write(folder: Path, text: str | bytes, language: str = "vi") -> None:
    (folder / "words").mkdir(parents=True, exist_ok=True)
    data = text if isinstance(text, bytes) else text.encode()
    (folder / "words" / f"{language}.po").write_bytes(data)


# The catalogues that ship.


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_message_is_translated(language: str) -> None:
    messages = [entry for entry in entries(language) if entry.message]
    assert len(messages) > 300
    assert not lines(each for each in messages if each.is_fuzzy or not all(each.forms))


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_catalogue_is_what_make_words_writes(language: str) -> None:
    path = TEMPLATES / f"words/{language}.po"
    old = read_po_file(path.read_bytes(), path.name)
    assert renewed(all_words(TEMPLATES, CODE), old, language) == path.read_bytes()


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_catalogue_has_its_languages_plural_forms(language: str) -> None:
    header, *messages = entries(language)
    assert f"Plural-Forms: {get_plural(LANGUAGES[language].locale)}\n" in header.forms[0]
    counted = [entry for entry in messages if entry.plural]
    assert counted
    assert {len(entry.forms) for entry in counted} == {1}


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_catalogue_says_nothing_of_when_and_by_whom_it_was_made(language: str) -> None:
    (header,) = (entry for entry in entries(language) if not entry.message)
    told = [line.split(":")[0] for line in header.forms[0].splitlines()]
    assert told == [
        "Language",
        "MIME-Version",
        "Content-Type",
        "Content-Transfer-Encoding",
        "Plural-Forms",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("kind", "term"), [("role", "role"), ("presence", "status"), ("mode", "mode")]
)
def test_what_the_form_for_delegates_offers_is_understood_when_it_comes_back(
    language: str, kind: str, term: Term
) -> None:
    told = load_words(language, (TEMPLATES,))
    offered = {
        value: told.gettext(word) for value, word in WORDS[kind].items() if value != "hybrid"
    }
    assert offered
    assert {value: term_of(term, word) for value, word in offered.items()} == {
        value: value for value in offered
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("head", "meaning"),
    [
        ("No.", "number"),
        ("Name", "name"),
        ("Office", "office"),
        ("Delegation", "party"),
        ("Organisation", "organisation"),
        ("Role", "role"),
        ("Mode", "mode"),
        ("Status", "status"),
        ("E-mail", "email"),
        ("Telephone", "telephone"),
    ],
)
def test_the_heads_of_the_form_for_delegates_are_understood(
    language: str, head: str, meaning: str
) -> None:
    assert meaning_of(load_words(language, (TEMPLATES,)).gettext(head)) == meaning


# Extraction.


def test_the_words_of_templates_and_of_code_are_found_with_their_files(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "code").mkdir()
    (tmp_path / "templates/a.html.j2").write_text(
        '<p alt="{{ _("one %(a)s", a=1) }}">{% trans count=2 %}a thing{% pluralize %}{{ count }}'
        ' things{% endtrans %}{{ ngettext("a", "b", 2) }}</p>'
    )
    (tmp_path / "code/b.py").write_text(
        'M = N_("later")\nself.words.pgettext("x", "in x")\nself.said("told %(b)s", b=b)\n'
    )
    found = [
        (each.context, each.id, each.locations[0][0])
        for each in all_words(tmp_path / "templates", tmp_path / "code")
        if each.id
    ]
    assert found == [
        (None, "one %(a)s", "templates/a.html.j2"),
        (None, ("a thing", "%(count)s things"), "templates/a.html.j2"),
        (None, ("a", "b"), "templates/a.html.j2"),
        (None, "later", "briefgen/b.py"),
        ("x", "in x", "briefgen/b.py"),
        (None, "told %(b)s", "briefgen/b.py"),
    ]


def test_renewing_keeps_translations_and_comments_and_drops_what_is_no_longer_said(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.html.j2").write_text('{{ _("kept") }}{{ _("new") }}{{ _("doubtful") }}')
    write(
        tmp_path,
        HEADER
        + '# as agreed\nmsgid "kept"\nmsgstr "giữ"\n\nmsgid "gone"\nmsgstr "mất"\n\n'
        + '#, fuzzy\nmsgid "doubtful"\nmsgstr "ngờ"\n',
    )
    renew_all(tmp_path, tmp_path)
    text = (tmp_path / "words/vi.po").read_text("utf-8")
    assert '# as agreed\n#: templates/a.html.j2\nmsgid "kept"\nmsgstr "giữ"\n' in text
    assert 'msgid "new"\nmsgstr ""\n' in text
    assert 'msgid "doubtful"\nmsgstr ""\n' in text
    assert "gone" not in text
    assert (tmp_path / "words/zh-Hans.po").is_file()
    renew_all(tmp_path, tmp_path)
    assert (tmp_path / "words/vi.po").read_text("utf-8") == text


def test_a_template_that_cannot_be_read_stops_the_extraction(tmp_path: Path) -> None:
    (tmp_path / "a.html.j2").write_text("{% if %}")
    with pytest.raises(Exception, match="Expected an expression"):
        all_words(tmp_path, tmp_path)


# A workspace's own words.


def test_a_workspaces_own_words_count_message_by_message(tmp_path: Path) -> None:
    own, packaged = tmp_path / "own", tmp_path / "packaged"
    write(own, HEADER + 'msgid "held"\nmsgstr "đã họp"\n')
    write(
        packaged,
        HEADER
        + 'msgid "held"\nmsgstr "đã tổ chức"\n\nmsgid "planned"\nmsgstr "dự kiến"\n\n'
        + 'msgctxt "x"\nmsgid "held"\nmsgstr "trong x"\n',
    )
    found = load_words("vi", (own, packaged))
    assert [found.gettext("held"), found.gettext("planned"), found.gettext("online")] == [
        "đã họp",
        "dự kiến",
        "online",
    ]
    assert found.pgettext("x", "held") == "trong x"


def test_words_are_written_so_that_others_can_read_them() -> None:
    head = "Content-Type: text/plain; charset=utf-8\n"
    texts = {"": head, "b": "", "a": "đã họp", "one\0more": "một\0nhiều"}
    found = [(each.id, each.string) for each in read_mo(BytesIO(mo_file(texts)))]
    assert found[1:] == [("a", "đã họp"), ("b", ""), (["one", "more"], ["một", "nhiều"])]


def test_english_words_can_be_changed_too(tmp_path: Path) -> None:
    write(
        tmp_path,
        'msgid "held"\nmsgstr "took place"\n\n'
        'msgid "%(num)s person"\nmsgid_plural "%(num)s people"\n'
        'msgstr[0] "%(num)s delegate"\nmsgstr[1] "%(num)s delegates"\n',
        "en",
    )
    found = load_words("en", (tmp_path, TEMPLATES))
    assert found.gettext("held") == "took place"
    assert found.ngettext("%(num)s person", "%(num)s people", 1) == "%(num)s delegate"
    assert found.ngettext("%(num)s person", "%(num)s people", 2) == "%(num)s delegates"


def test_english_without_a_catalogue_says_its_messages(tmp_path: Path) -> None:
    assert load_words("en", (tmp_path,)).gettext("held") == "held"


# What is wrong in a catalogue.


PERSON = 'msgid "%(num)s person"\nmsgid_plural "%(num)s people"\n'


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        (
            'msgid "by %(party)s"\nmsgstr "bởi"\n',
            ["1:1: 'bởi' lacks %(party)s, which its message has: 'by %(party)s'"],
        ),
        (
            'msgid "by %(party)s"\nmsgstr "bởi %(party)s %(who)s"\n',
            ["1:1: 'bởi %(party)s %(who)s' has %(who)s, which its message lacks: 'by %(party)s'"],
        ),
        (
            'msgid "by %(party)s"\nmsgstr "bởi %(party)s %(party)"\n',
            [
                (
                    "1:1: 'bởi %(party)s %(party)' has '%(pa', which is no placeholder such as"
                    " %(name)s; write a percent sign as %%"
                )
            ],
        ),
        (
            'msgid "held"\nmsgstr "100%"\n',
            [
                (
                    "1:1: '100%' has '%', which is no placeholder such as %(name)s;"
                    " write a percent sign as %%"
                )
            ],
        ),
        (
            'msgid "<strong>%(a)s</strong>"\nmsgstr "<strong>%(a)s<strong>"\n',
            [
                (
                    "1:1: '<strong>%(a)s<strong>' lacks </strong>, which its message has:"
                    " '<strong>%(a)s</strong>'"
                )
            ],
        ),
        (
            PERSON + 'msgstr[0] "%(num)s người"\nmsgstr[1] "%(num)s người"\n',
            ["1:1: '%(num)s person' has 2 forms; this language has 1: msgstr[0] to msgstr[0]"],
        ),
        (
            PERSON + 'msgstr[0] "một người"\n',
            ["1:1: 'một người' lacks %(num)s, which its message has: '%(num)s people'"],
        ),
        (
            'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n',
            ["1:1: nplurals is 2; this language has 1"],
        ),
        (
            'msgid "held"\nmsgstr "đã họp\n',
            [
                (
                    '2:1: \'msgstr "đã họp\' can\'t be read; a line is msgid "…", msgstr "…" or'
                    ' "…" alone, with \\" for a quote within'
                ),
                "1:1: msgid has no msgstr after it; write one",
            ],
        ),
        ('msgstr "đã họp"\n', ["1:1: msgstr can't stand here; see the entry before"]),
        ('"đã họp"\n', ["1:1: a text can't stand here; see the entry before"]),
        (
            'msgid "held"\nmsgid "planned"\nmsgstr "dự kiến"\n',
            ["2:1: msgid can't stand here; see the entry before"],
        ),
        (
            'msgid "held"\nmsgstr "đã họp"\n\nmsgid "held"\nmsgstr "họp"\n',
            ["4:1: 'held' stands in line 1 already; remove one of the two"],
        ),
        (
            PERSON + 'msgstr[1] "%(num)s người"\n',
            [
                "3:1: msgstr[1] can't stand here; see the entry before",
                "1:1: msgid_plural has no msgstr after it; write one",
            ],
        ),
        (
            b'msgid "held"\nmsgstr "\xff"\n',
            ["2:1: this is not UTF-8; save the file as UTF-8"],
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_line(
    tmp_path: Path, text: str | bytes, problems: list[str]
) -> None:
    said = wrong(tmp_path, text)
    assert sorted(said) == sorted(f"templates/words/vi.po:{problem}" for problem in problems)


def test_everything_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    said = wrong(
        tmp_path,
        'msgid "by %(party)s"\nmsgstr "bởi"\n\nmsgid "held\nmsgstr "x"\n\n'
        'msgid "due %(date)s"\nmsgstr "hạn %(day)s"\n',
    )
    assert [line.split(" ")[0] for line in said] == [
        "templates/words/vi.po:1:1:",
        "templates/words/vi.po:4:1:",
        "templates/words/vi.po:5:1:",
        "templates/words/vi.po:7:1:",
        "templates/words/vi.po:7:1:",
    ]


def test_a_language_with_two_forms_may_leave_the_number_out_of_the_first(tmp_path: Path) -> None:
    one, several = "In the year one commitment was made.", "In the year %(count)s commitments …"
    text = f'msgid "{one}"\nmsgid_plural "{several}"\nmsgstr[0] "One."\nmsgstr[1] "{{}}"\n'
    write(tmp_path, text.format("%(count)s."), "en")
    assert load_words("en", (tmp_path,)).ngettext(one, several, 2) == "%(count)s."
    assert len(wrong(tmp_path, text.format("Several."), "en")) == 1


# Bounds.


def test_a_catalogue_that_is_too_large_is_refused(tmp_path: Path) -> None:
    said = wrong(tmp_path, "# remark\n" * (MOST_BYTES // 9 + 1))
    assert said == ["templates/words/vi.po:1:1: a file of words has 4,194,304 bytes at the most"]


def test_a_catalogue_of_too_many_messages_is_refused(tmp_path: Path) -> None:
    text = "".join(f'msgid "{n}"\nmsgstr "{n}"\n' for n in range(MOST_MESSAGES + 2))
    said = wrong(tmp_path, text)
    assert said == [
        "templates/words/vi.po:40001:1: a file of words has 20,000 messages at the most"
    ]


def test_a_text_that_is_too_long_is_refused(tmp_path: Path) -> None:
    said = wrong(tmp_path, 'msgid "held"\nmsgstr ""\n"' + "<a" * 500_000 + '"\n')
    assert "templates/words/vi.po:3:1: a text has 10,000 letters at the most" in said


@pytest.mark.parametrize(
    "placeholder", ["%(who)999999999s", "%(who).999999999s", "%(who)*d", "%999999999d", "%(who)d"]
)
def test_a_placeholder_that_makes_a_huge_text_is_refused(tmp_path: Path, placeholder: str) -> None:
    said = wrong(tmp_path, f'msgid "by %(who)s"\nmsgstr "bởi %(who)s {placeholder}"\n')
    assert "which is no placeholder such as %(name)s" in said[0]


def test_a_huge_number_of_forms_is_told(tmp_path: Path) -> None:
    digits = "9" * 5000
    said = wrong(tmp_path, f'msgid ""\nmsgstr "Plural-Forms: nplurals={digits}; plural=0;\\n"\n')
    assert said == [
        "templates/words/vi.po:1:1: nplurals is 99999999999999999999; this language has 1"
    ]


def test_a_catalogue_of_endless_mistakes_tells_a_thousand(tmp_path: Path) -> None:
    assert len(wrong(tmp_path, "x\n" * 5000)) == 1000
