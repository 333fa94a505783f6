"""Pages in two languages: made from a little HTML, or from documents in words that are made up."""

import datetime
from gettext import NullTranslations

from pages import FOLDERS

from briefgen.documents.document import Document
from briefgen.rendering.copies import Copy, render_copy
from briefgen.rendering.house_styles import load_style
from briefgen.rendering.page import Element, Node, Page, PageNumber
from briefgen.rendering.parallel.pages import parallel_page
from briefgen.rendering.parsing import parse_page
from briefgen.rendering.rendering import Presentation
from briefgen.rendering.vocabulary import VOID

VI, ZH = "vi", "zh-Hans"
NO_VI, NO_ZH = "chưa có bản tiếng Việt", "暂无中文文本"
PLAIN = load_style("plain", FOLDERS)
ROLES = {*PLAIN.roles}


def page_in(language: str, html: str) -> Page:
    """A page with a body, and with words of its language around it."""
    return Page(
        title=f"Title {language}",
        subject=f"Subject {language}",
        language=language,
        author="Ban thư ký",
        as_of=datetime.date(2026, 11, 22),
        edition="shared",
        header=f"Header {language}",
        footer=f"Footer {language}",
        page_number=PageNumber(f"{language} ", "/"),
        body=parse_page(html, "test.html.j2", ROLES),
    )


def of_both(first: Page, second: Page) -> Page:
    """Two pages as one, the Vietnamese one first."""
    return parallel_page(first, second, (NO_VI, NO_ZH))


def merged(vietnamese: str, chinese: str) -> str:
    """The body of a page in both languages, as HTML."""
    page = of_both(page_in(VI, vietnamese), page_in(ZH, chinese))
    return "".join(map(html_of, page.body))


def html_of(node: Node) -> str:
    """A node as HTML, without what a writer adds to it."""
    if isinstance(node, str):
        return node
    roles = f' class="{" ".join(node.roles)}"' if node.roles else ""
    held = "".join(f' {name}="{value}"' for name, value in node.attributes.items())
    inner = "".join(map(html_of, node.children))
    end = "" if node.tag in VOID else f"</{node.tag}>"
    return f"<{node.tag}{roles}{held}>{inner}{end}"


def second(text: str, language: str = ZH) -> str:
    """A second text within an element, after the end of the first one's line."""
    return f' <br><span class="second" lang="{language}">{text}</span>'


def lent(text: str, language: str = "en") -> str:
    """A text that the page's language lacks, in another one."""
    mark = f'<span class="language-mark">[{language}]</span>'
    return f'<span class="other-language" lang="{language}">{text}</span> {mark}'


def gap(language: str = ZH) -> str:
    """What stands for a missing text."""
    words = {VI: NO_VI, ZH: NO_ZH}[language]
    return f'<span class="gap" lang="{language}">{words}</span>'


class MadeUp(NullTranslations):
    """Every word of the templates with a mark before it, so that no two languages say the same."""

    def __init__(self, mark: str) -> None:
        super().__init__()
        self.mark = mark

    def gettext(self, message: str) -> str:
        return f"{self.mark}{message}"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


def copy_of(document: Document, template: str, country: str = "VN") -> Copy:
    """A document in Vietnamese and Chinese of a sort."""
    how = [
        Presentation(language, PLAIN, FOLDERS, MadeUp(mark))
        for language, mark in ((VI, "Ở "), (ZH, "中"))
    ]
    return render_copy(document, template, how, country)


def blocks(body: str) -> tuple[Element, ...]:
    """The elements of a piece of a page."""
    return parse_page(body, "test.html.j2", ROLES)
