"""Templates, house styles, fonts and words that are refused."""

from collections.abc import Mapping

from commands import ROOT
from refusal import ANYTHING, HTML, WORD, Content, Refusal, endless, folder, pipe

BRIEF = "brief.html.j2"
HEAD = "{% set title = 'A' %}{% set subject = 'B' %}\n"
STYLE = "templates/styles/own.yaml"
FONTS = "templates/fonts.yaml"
WORDS = "templates/words/vi.po"
OWN = (*HTML, "--style", "own")
NO_FILE = "this is no ordinary file; put a text file in its place"
LEADS_OUT = "this leads out of the workspace, to '/dev/zero'"
VIETNAMESE = (*HTML, "--lang", "vi")


def of_template(content: Content, told: str) -> Refusal:
    whole = HEAD + content if isinstance(content, str) else content
    return Refusal(f"{BRIEF}{told}", {f"templates/{BRIEF}": whole}, HTML)


def of_style(content: Content, told: str) -> Refusal:
    return Refusal(f"{STYLE}{told}", {STYLE: content}, OWN)


def of_fonts(content: Content, told: str) -> Refusal:
    return Refusal(f"{FONTS}{told}", {FONTS: content}, HTML)


def of_words(content: Content, told: str) -> Refusal:
    return Refusal(f"{WORDS}{told}", {WORDS: content}, VIETNAMESE)


TEMPLATES: Mapping[str, Refusal] = {
    "a block never closed": of_template("{% if true %}", ":2:1: Unexpected end of template"),
    "a tag that there isn't": of_template("{% wonder %}", ":2:1: Encountered unknown tag 'wonder'"),
    "a filter that there isn't": of_template("{{ 1|wonder }}", ":2:1: No filter named 'wonder'"),
    "a name that there isn't": of_template("<p>{{ wonder }}</p>", ":2:1: 'wonder' is undefined"),
    "a fact that there isn't": of_template("<p>{{ document.wonder }}</p>", ":2:1: "),
    "a division by zero": of_template("<p>{{ 1 // 0 }}</p>", ":2:1: "),
    "a template that it lacks": of_template(
        "{% include 'wonder.j2' %}", ":2:1: there is no template 'wonder.j2'"
    ),
    "itself over and over": of_template("{% include 'brief.html.j2' %}", ""),
    "code of Python": of_template(
        "<p>{{ ''.__class__.__mro__ }}</p>", ":2:1: access to attribute '__class__'"
    ),
    "an element that there isn't": of_template(
        "<marquee>x</marquee>", ":2:1: <marquee> is no element of a page"
    ),
    "a script": of_template("<script>alert(1)</script>", ":2:1: <script> is no element of a page"),
    "a link that runs code": of_template(
        "<p><a href='javascript:alert(1)'>x</a></p>", ":2:1: href='javascript:alert(1)' on <a> has"
    ),
    "a link that runs code, in capitals and spaces": of_template(
        "<p><a href=' JaVaScRiPt:alert(1)'>x</a></p>", ":2:1: href=' JaVaScRiPt:alert(1)' on <a>"
    ),
    "an event": of_template("<p onclick='x()'>x</p>", ":2:1: <p> has no attribute 'onclick'"),
    "a look of its own": of_template("<p style='x'>x</p>", ":2:1: <p> has no attribute 'style'"),
    "a picture from elsewhere": of_template(
        "<figure><img src='https://example.org/x.png' alt='x'></figure>", ":2:1: src='https://"
    ),
    "a picture of the machine": of_template(
        "<figure><img src='file:///etc/passwd' alt='x'></figure>", ":2:1: src='file:///etc/passwd'"
    ),
    "an SVG in an address": of_template(
        "<figure><img src='data:image/svg+xml,<svg/>' alt='x'></figure>",
        ":2:1: src='data:image/svg",
    ),
    "a role that there isn't": of_template(
        "<p class='kiker'>x</p>", ":2:1: the style has no role 'p.kiker' (did you mean 'p.kicker'?)"
    ),
    "a link that leads nowhere": of_template(
        "<p><a href='#x'>x</a></p>", ":2:1: the page has no id"
    ),
    "a cell over a billion columns": of_template(
        "<table><tbody><tr><td colspan='1000000000'>x</td></tr></tbody></table>",
        ":2:1: colspan='1000000000' on <td> has not the form",
    ),
    "elements 3,000 deep": of_template("<section>" + "<p><em>" * 3000, ":2:1: nested over 24 deep"),
    "an element never closed": of_template("<p>x", ":2:1: <p> is never closed"),
    "a marked section": of_template("<p><![if x]></p>", ":2:1: <![if x]]> is no element of a page"),
    "a comment for the reader": of_template(
        "<p>x</p><!-- x -->", ":2:1: write comments as {# … #}"
    ),
    "no title": Refusal(
        f"{BRIEF}:1:1: the template sets no 'title'", {f"templates/{BRIEF}": "<p>x</p>"}, HTML
    ),
    "no UTF-8": of_template(b"<p>\xff</p>", ""),
    "a character that nobody sees": of_template("<p>{{ '\\x07' }}</p>", ":2:1: the invisible"),
    "half a character": of_template("<p>{{ '\\ud800' }}</p>", ":2:1: the invisible"),
    "a letter that reads backwards": of_template("<p>a\u202eb</p>", ":2:1: the invisible"),
    "a role of half a character": of_template(
        "<p class='{{ \"\\ud800\" }}'>x</p>", ":2:1: the style has no role 'p.\\ud800'"
    ),
    "a title that nobody sees": Refusal(
        f"{BRIEF}:1:1: the invisible character U+0007 stands here",
        {f"templates/{BRIEF}": "{% set title, subject = 'a\\x07', 'b' %}<p>x</p>"},
        WORD,
    ),
    "2 MiB": Refusal(
        f"templates/{BRIEF}: this file is larger than 1 MiB",
        {f"templates/{BRIEF}": b"x" * 2 * 1024 * 1024},
        HTML,
    ),
    **{
        f"{name} for it": Refusal(
            f"templates/{BRIEF}: {told}", {f"templates/{BRIEF}": content}, HTML
        )
        for name, content, told in (
            ("a folder", folder, NO_FILE),
            ("a pipe", pipe, NO_FILE),
            ("a device", endless, LEADS_OUT),
        )
    },
}
STYLES: Mapping[str, Refusal] = {
    "nothing": of_style("", ": this file is empty; write its keys and values"),
    "a list": of_style("- x\n", ":1:1: this file must"),
    "100,000 brackets": of_style("[" * 100_000, ":1:51: nested deeper than 50 levels"),
    "an alias": of_style("name: &a x\nroles: *a\n", ":1:7: a value can't start with & or *"),
    "a tag": of_style("name: !!python/name:os.system x\n", ":1:7: a value can't start with !"),
    "5 MiB": of_style(b"#" * 5 * 1024 * 1024, ": this file is larger than 4 MiB"),
    "UTF-16": of_style("name: x\n".encode("utf-16"), ":1:1: this is not UTF-8 text"),
    "a pipe": of_style(pipe, f": {NO_FILE}"),
    "a folder": of_style(folder, f": {NO_FILE}"),
    "a device": of_style(endless, f": {LEADS_OUT}"),
}
TOKENS: Mapping[str, tuple[str, str, str]] = {
    "a margin with a unit": ("top: 24", "top: 24mm", "'top' must be a number"),
    "a margin below zero": ("top: 24", "top: -24", "'top' is -24; the least is 0"),
    "a margin of kilometres": ("top: 24", "top: 1000000", "'top' is 1000000; the most is 500"),
    "a margin of 100,000 digits": ("top: 24", f"top: {'9' * 100_000}", "a number of more than 30"),
    "a width that is endless": ("width: 210", "width: .inf", "'width' must be a number"),
    "a page without width": ("width: 210", "width: 0", "the margins leave -44 mm of the width"),
    "margins that leave no room": (
        "height: 297",
        "height: 97",
        "the margins leave 49 mm of the height for text; it needs 50",
    ),
    "a colour by its name": ('"FFFFFF"', "white", "'paper' is 'white'; it has the form"),
    "an unknown key": (
        "  width: 210",
        "  widht: 210",
        "unknown key 'widht' (did you mean 'width'?)",
    ),
}
FONT_FILES: Mapping[str, Refusal] = {
    "fonts: nothing": of_fonts("", ": this file is empty"),
    "fonts: a kind that there isn't": of_fonts(
        "serif: {pdf: [x], generic: cursive, latin: x, east_asian: x}\n",
        ":1:28: 'generic' is 'cursive'; it can be 'serif' or",
    ),
    "fonts: no family": of_fonts(
        "serif: {pdf: [], generic: serif, latin: x, east_asian: x}\n",
        ":1:14: 'pdf' is an empty list; name at least",
    ),
    "fonts: no YAML": of_fonts("{", ":2:1: this is not valid YAML"),
    "fonts: a pipe": of_fonts(pipe, f": {NO_FILE}"),
    "fonts: a device": of_fonts(endless, f": {LEADS_OUT}"),
}
PO_FILES: Mapping[str, Refusal] = {
    "words: a placeholder lost": of_words(
        'msgid "by %(party)s"\nmsgstr "bởi"\n', ":1:1: 'bởi' lacks %(party)s, which its message has"
    ),
    "words: a placeholder that there isn't": of_words(
        'msgid "held"\nmsgstr "%(x)s"\n', ":1:1: '%(x)s' has %(x)s, which its message lacks"
    ),
    "words: forms that the language lacks": of_words(
        'msgid "%(num)s person"\nmsgid_plural "%(num)s people"\n'
        'msgstr[0] "%(num)s người"\nmsgstr[1] "%(num)s người"\n',
        ":1:1: '%(num)s person' has 2 forms; this language has 1",
    ),
    "words: a rule of another language": of_words(
        'msgid ""\nmsgstr "Plural-Forms: nplurals=99999999999;\\n"\n',
        ":1:1: nplurals is 99999999999",
    ),
    "words: UTF-16": of_words('msgid "held"\n'.encode("utf-16"), ":1:1: this is not UTF-8"),
    "words: a quote never closed": of_words('msgid "held\n', ":1:1: 'msgid \"held' can't be read"),
    "words: a pipe": of_words(pipe, f": {NO_FILE}"),
    "words: a folder": of_words(folder, f": {NO_FILE}"),
    "words: a device": of_words(endless, f": {LEADS_OUT}"),
    "words: 5 MiB": of_words(b"#" * 5 * 1024 * 1024, ": this file is larger than 4 MiB"),
    "words: a NUL byte": of_words(
        'msgid "held"\nmsgstr "\0"\n', ":2:9: the invisible character U+0000"
    ),
}
PLAIN = (ROOT / "templates/styles/plain.yaml").read_text("utf-8")


def with_token(before: str, after: str, told: str) -> Refusal:
    assert before in PLAIN
    place = f"{STYLE}:{PLAIN[: PLAIN.index(before)].count(chr(10)) + 1}:{ANYTHING}{told}"
    text = PLAIN.replace(before, after, 1)
    return Refusal(place, {STYLE: text}, OWN)


CASES = {
    **{f"template: {name}": case for name, case in TEMPLATES.items()},
    **{f"style: {name}": case for name, case in STYLES.items()},
    **{f"style: {name}": with_token(*tokens) for name, tokens in TOKENS.items()},
    **FONT_FILES,
    **PO_FILES,
}
