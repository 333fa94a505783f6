"""The mechanism as a document introduces it."""

from dataclasses import dataclass

from briefgen.documents.selection import Selection
from briefgen.documents.views import FactView, PartyView, fact_view, party_views
from briefgen.register.ids import PartyId, SourceId
from briefgen.register.texts import Wording


@dataclass(frozen=True)
class MechanismView:
    """The mechanism as the brief introduces it."""

    name: Wording
    short_name: Wording
    aliases: tuple[Wording, ...]
    parties: tuple[PartyView, ...]
    held_with: Wording | None
    background: tuple[FactView, ...]
    sources: tuple[SourceId, ...]


def mechanism_view(selection: Selection, reader: PartyId | None) -> MechanismView:
    """The mechanism of a session with the parties that there are on its day."""
    register = selection.now.register
    mechanism = register.mechanisms[selection.mechanism]
    paired = register.mechanisms.get(mechanism.held_with or "")
    return MechanismView(
        name=mechanism.name,
        short_name=mechanism.short_name,
        aliases=mechanism.aliases,
        parties=party_views(register, selection.parties(reader)),
        held_with=paired.short_name if paired else None,
        background=tuple(
            fact_view(register, None, fact.text, fact.sources) for fact in mechanism.background
        ),
        sources=mechanism.sources,
    )
