"""The editions of a document: whom it may be shown to, and what it is made from."""

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:  # the command line names editions before it knows whether it needs a register
    from briefgen.register.register import Register

Edition = Literal["internal", "shared"]


def for_edition(register: "Register", edition: Edition) -> "Register":
    """The register as far as an edition's readers may see it.

    A shared edition is made from one that holds nothing internal, so no template can show any.
    """
    if edition == "internal":
        return register
    sessions = {
        name: each.model_copy(update={"internal": None}) if each.internal is not None else each
        for name, each in register.sessions.items()
    }
    people = {
        name: each.model_copy(update={"internal": None}) if each.internal is not None else each
        for name, each in register.people.items()
    }
    return replace(register, sessions=sessions, people=people)
