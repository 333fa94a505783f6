"""Who issues documents in an official layout: the names and persons that it prints."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from briefgen.register.models.entries import Entry
from briefgen.register.texts import Name, Text
from briefgen.register.wrong import wrong_at

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


IN_PLACE_OF_ANOTHER = ("deputy", "by-order", "by-delegation")


class Signatory(Entry):
    """Who signs, and in whose name; what is left out is left to be filled in by hand.

    `body` is the body or the post in whose name one signs; on behalf of a body, that is the
    issuing one unless another is named.
    """

    form: SigningForm = "head"
    body: Name | None = None
    post: Name | None = None
    name: Name | None = None

    @model_validator(mode="after")
    def place_of_another_is_named(self) -> Self:
        """Who signs in the place of another says whose."""
        if self.form in IN_PLACE_OF_ANOTHER and self.body is None:
            message = f"who signs in the form '{self.form}' takes the place of another; add 'body'"
            raise wrong_at(f"{message}, the post or the body that it is", "form")
        return self


class Issuer(Entry):
    """What an official layout tells of the body that issues a document.

    The body itself is the home party's secretariat unless it is named here. `addressee` is whom a
    document is for, `recipients` are who gets it, `copies` who else does; `archive` is where the
    drafting office files it.
    """

    parent: Name | None = None
    body: Name | None = None
    abbreviation: Abbreviation | None = None
    place: Name | None = None
    signatory: Signatory = Signatory.model_construct()
    addressee: Name | None = None
    recipients: tuple[Text, ...] = ()
    copies: tuple[Text, ...] = ()
    archive: Name | None = None
    printed_by: Name | None = None
