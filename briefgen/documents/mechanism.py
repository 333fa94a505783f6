"""The mechanism as a document introduces it."""

from dataclasses import dataclass

from briefgen.documents.selection import Selection
from briefgen.documents.views import FactView, PartyView, fact_view, party_view, party_views
from briefgen.register.dates import Date
from briefgen.register.ids import PartyId, SourceId
from briefgen.register.register import Register
from briefgen.register.texts import Wording
from briefgen.rules.members import ended_by


@dataclass(frozen=True)
class SuccessionView:
    """A party that ended and who came in its place; `is_recent` since the last session held."""

    party: PartyView
    until: Date | None
    successor: PartyView | None
    is_recent: bool
    sources: tuple[SourceId, ...]


@dataclass(frozen=True)
class MechanismView:
    """The mechanism as the brief introduces it."""

    name: Wording
    short_name: Wording
    aliases: tuple[Wording, ...]
    parties: tuple[PartyView, ...]
    held_with: Wording | None
    successions: tuple[SuccessionView, ...]
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
        successions=successions_view(selection),
        background=tuple(
            fact_view(register, None, fact.text, fact.sources) for fact in mechanism.background
        ),
        sources=mechanism.sources,
    )


def successions_view(selection: Selection) -> tuple[SuccessionView, ...]:
    """What became of the mechanism's parties by the session's day."""
    register = selection.now.register
    held = [each for each in selection.earlier() if each.status == "held"]
    last = selection.now.day_of(held[-1]) if held else None
    rule = register.mechanisms[selection.mechanism]
    before = ended_by(register.parties, rule, last) if last else ()
    return tuple(
        succession_view(register, party, is_recent=last is not None and party not in before)
        for party in ended_by(register.parties, rule, selection.day)
    )


def succession_view(register: Register, party: PartyId, *, is_recent: bool) -> SuccessionView:
    entry = register.parties[party]
    return SuccessionView(
        party=party_view(register, party),
        until=entry.until,
        successor=party_view(register, entry.successor) if entry.successor else None,
        is_recent=is_recent,
        sources=entry.sources,
    )
