"""The editions of a document: whom it may be shown to."""

from typing import Literal

Edition = Literal["internal", "shared"]
