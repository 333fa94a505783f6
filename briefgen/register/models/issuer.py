"""Who issues documents in an official layout: the names and persons that it prints."""

from typing import Annotated, Literal

from pydantic import Field

from briefgen.register.models.entries import Entry
from briefgen.register.texts import Text

SigningForm = Literal["head", "on-behalf", "deputy", "acting", "by-order", "by-delegation"]
"""In whose name a document is signed: one's own as head (no mark); on behalf of a body (TM.); for
the head, as a deputy (KT.); in charge of the post (Q.); by order (TL.); by delegation (TUQ.).
Decree 30/2020/NĐ-CP, Annex I, and Guidance 36-HD/VPTW write the marks."""
Abbreviation = Annotated[
    str,
    Field(
        pattern=r"^[^\s/]{1,30}$",
        description="What stands for the issuing body in a document's symbol, such as UBND",
    ),
]


class Signatory(Entry):
    """Who signs, and in whose name; a name that is left out is left to be filled in by hand."""

    form: SigningForm = "head"
    body: Text | None = None
    post: Text | None = None
    name: Text | None = None


class Issuer(Entry):
    """What an official layout tells of the body that issues a document.

    The body itself is the home party's secretariat unless it is named here.
    """

    parent: Text | None = None
    body: Text | None = None
    abbreviation: Abbreviation | None = None
    place: Text | None = None
    signatory: Signatory = Signatory()
    addressee: Text | None = None
    recipients: tuple[Text, ...] = ()
    archive: Text | None = None
    printed_by: Text | None = None
