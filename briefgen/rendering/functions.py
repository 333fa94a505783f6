"""What templates can call: the numbers of sources, pictures, the size of a text on a card."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from markupsafe import Markup

from briefgen.documents.document import Document
from briefgen.register.ids import SourceId
from briefgen.rendering.filters import Filters
from briefgen.rendering.style import Style

if TYPE_CHECKING:
    from briefgen.documents.tallies import TallyView
    from briefgen.documents.yearly import MeetingView
    from briefgen.rendering.pictures import Share

Function = Callable[..., object]


@dataclass(frozen=True)
class Functions:
    """The functions of templates, for one document in a language and a style."""

    document: Document
    style: Style
    filters: Filters
    lifted: Callable[[], AbstractContextManager[None]] = nullcontext
    """Lifts the bound on memory while charts are drawn."""

    def numbered(self, sources: tuple[SourceId, ...]) -> list[tuple[int, SourceId]]:
        """Sources with the numbers by which the document cites them, in their order."""
        return sorted({(self.numbers[source], source) for source in sources})

    @cached_property
    def numbers(self) -> Mapping[SourceId, int]:
        """The number of each source that the document cites."""
        return {source.id: source.number for source in self.document.sources}

    def bar(self, shares: "Sequence[Share]") -> str:
        """A bar divided by shares, as a picture."""
        from briefgen.rendering.pictures import bar  # imported, as below, where a page has any

        return bar(shares, self.style)

    def fit(self, text: str, card: str, part: str) -> int:
        """The step of the largest role in which a text fits its part of a card."""
        from briefgen.rendering.fitting import fitted

        return fitted(text, card, part, self.style)

    def standings(self, areas: "Sequence[TallyView]") -> str:
        """Where the commitments of each area stand, as a picture."""
        from briefgen.rendering.drawings import standings_picture

        with self.lifted():
            return standings_picture(areas, self.style, self.filters)

    def time_line(self, meetings: "Sequence[MeetingView]", year: int) -> str:
        """The sessions of a year with their hosts on a time line, as a picture."""
        from briefgen.rendering.drawings import time_line_picture

        with self.lifted():
            return time_line_picture(meetings, year, self.style, self.filters)

    def table(self) -> Mapping[str, Function]:
        """The functions by the names that templates use."""
        return {
            "numbered": self.numbered,
            "bar": self.bar,
            "fit": self.fit,
            "standings": self.standings,
            "time_line": self.time_line,
            "of_each": of_each,
        }


def of_each(macro: Callable[..., Markup], items: Iterable[object], *more: object) -> list[Markup]:
    """What a macro makes of each of some things, to be put together by a filter."""
    return [macro(item, *more) for item in items]
