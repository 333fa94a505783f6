"""What the workbook tells about itself to those who look for it."""

import datetime

from briefgen.rendering.page import Page
from briefgen.writers.xlsx.names import plain

LONGEST = 255
"""No property may be longer in the file format."""


def properties(page: Page) -> dict[str, str | datetime.datetime]:
    """Title, subject and author; dated by the page, not by the clock."""
    texts = {"title": page.title, "subject": page.subject, "author": page.author}
    midnight = datetime.datetime.combine(page.as_of, datetime.time())
    return {**{name: plain(text)[:LONGEST] for name, text in texts.items()}, "created": midnight}
