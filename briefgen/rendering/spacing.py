"""Line breaks of templates in languages that write no spaces between words."""

import re

WIDE = "[“”‘’…—\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
"""Chinese letters and marks; a pattern of so many is compiled only where one is looked for."""
BETWEEN = re.compile(r"(?:<[^>]*>|[ \t\r\n\f])+")
BREAK = re.compile(r"(<[^>]*>)|[ \t\r\n\f]*\n[ \t\r\n\f]*")


def without_breaks(html: str) -> str:
    """A page's markup in which no line break beside a Chinese letter or mark becomes a space."""

    def joined(found: re.Match[str]) -> str:
        beside = html[found.start() - 1 : found.start()] + html[found.end() : found.end() + 1]
        return BREAK.sub(r"\1", found[0]) if re.search(WIDE, beside) else found[0]

    return BETWEEN.sub(joined, html)
