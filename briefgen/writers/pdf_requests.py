"""What a page asks for while its PDF is set: nothing but what it brings along itself."""

from collections.abc import Mapping
from typing import Any

from weasyprint.urls import URLFetcher

from briefgen.problems import Place, Problem, TemplateError

ALLOWED = "data"


class Requests(URLFetcher):  # type: ignore[misc]  # WeasyPrint tells no types
    """Answers only what needs neither the disk nor the net, and writes down all it was asked.

    WeasyPrint goes on without what it doesn't get, and doesn't always tell what that was.
    """

    def __init__(self) -> None:
        super().__init__(allowed_protocols=(ALLOWED,), allow_redirects=False)
        self.asked: list[str] = []

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> Any:
        self.asked.append(url)
        return super().fetch(url, headers)

    def require_none_outside(self, title: str) -> None:
        """Raises TemplateError when anything outside of the document was asked for."""
        outside = [url for url in self.asked if url.partition(":")[0].lower() != ALLOWED]
        if outside:
            message = "'{}' is not in the document; pictures are put into it as data:"
            raise TemplateError(
                Problem(Place(title), "outside", message.format(url))
                for url in dict.fromkeys(outside)
            )
