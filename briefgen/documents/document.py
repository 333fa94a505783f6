"""What every document tells about itself."""

import datetime
from typing import Protocol

from briefgen.documents.citations import SourceView
from briefgen.documents.editions import Edition
from briefgen.register.texts import Wording


class Document(Protocol):
    """A view of facts for one reader, ready to be shown."""

    @property
    def about(self) -> str:
        """What it is of: a session, a mechanism, a year; its files are named so."""

    @property
    def as_of(self) -> datetime.date:
        """The day as of which it shows the register."""

    @property
    def edition(self) -> Edition:
        """Whom it may be shown to."""

    @property
    def author(self) -> Wording:
        """Who answers for it: the home party's secretariat."""

    @property
    def sources(self) -> tuple[SourceView, ...]:
        """What it cites, numbered."""
