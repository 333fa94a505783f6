"""Why a turn is somebody's, in words."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from gettext import NullTranslations

from markupsafe import Markup

from briefgen.documents.turns import TurnView
from briefgen.documents.views import PartyView, SessionView
from briefgen.register.texts import Wording
from briefgen.rendering.punctuation import Punctuation, filled
from briefgen.rendering.words import N_


@dataclass(frozen=True)
class Reasons:
    """The reasons of turns in one language, in which the functions write texts and names."""

    words: NullTranslations
    punctuation: Punctuation
    text: Callable[[Wording], str]
    name: Callable[[Wording], str]
    session_name: Callable[[SessionView], str]

    def reason(self, turn: TurnView) -> Markup:
        """Why a turn is somebody's, to stand after the name of the host."""
        return self.punctuation.semicolons([*self.from_rule(turn), *self.from_time(turn)])

    def basis(self, turn: TurnView) -> Markup:
        """What the order rests on, to stand after the reason."""
        if turn.basis == "agreed":
            return self.said("the order is agreed, from session %(key)s on", key=turn.since)
        message = N_(
            "the order is inferred: it was read off the sessions held from number %(key)s on; no"
            " source states it"
        )
        return self.said(message, key=turn.since)

    def from_rule(self, turn: TurnView) -> Iterator[Markup]:
        """The exception that gives the turn, or the order with those who lose theirs."""
        if turn.exchanged is not None:
            yield self.said(
                "exchanges hosts with the %(session)s (%(reason)s)",
                session=self.session_name(turn.exchanged.session),
                reason=self.within(turn.exchanged.reason),
            )
            parties = self.listed(turn.exchanged.instead_of)
            yield self.said("by the order it was the turn of %(parties)s", parties=parties)
        elif turn.inserted is not None:
            reason = self.within(turn.inserted.reason)
            yield self.said("an extra host, for whom the order waits (%(reason)s)", reason=reason)
        else:
            yield from self.from_order(turn)
        for each in turn.skipped:
            party, reason = self.name(each.party.name), self.within(each.reason)
            yield self.said("%(party)s loses this turn (%(reason)s)", party=party, reason=reason)

    def from_order(self, turn: TurnView) -> Iterator[Markup]:
        if turn.host is None:
            yield self.said("a group that chooses: %(group)s", group=self.listed(turn.parties))
        elif len(turn.group) > 1:
            group = self.listed(turn.group)
            yield self.said("a turn of %(group)s among themselves", group=group)
            if turn.after_in_group:
                before = self.listed(turn.after_in_group)
                party = self.name(turn.host.name)
                yield self.said("%(party)s comes after %(before)s", party=party, before=before)
            return
        elif turn.every == 1:
            yield self.said("every turn is its own")
        else:
            yield self.how_often(turn)
        if turn.after and turn.every > 1:
            yield self.said("%(party)s had the one before", party=self.listed(turn.after))

    def how_often(self, turn: TurnView) -> Markup:
        if turn.times > 1:
            message = N_("it has %(times)s turns in %(num)s sessions")
            return self.said(message, times=str(turn.times), num=str(turn.every))
        if turn.every == 2:
            return self.said("its turn comes every second session")
        message = self.words.ngettext(
            "its turn comes once in %(num)s session",
            "its turn comes once in %(num)s sessions",
            turn.every,
        )
        return filled(message, num=turn.every)

    def from_time(self, turn: TurnView) -> Iterator[Markup]:
        """What became of the parties that the order names."""
        if turn.in_place_of:
            yield self.said("in the place of %(party)s", party=self.listed(turn.in_place_of))
        if turn.ended:
            message = N_("%(party)s has ended, and no successor is recorded")
            yield self.said(message, party=self.listed(turn.ended))

    def listed(self, parties: tuple[PartyView, ...]) -> Markup:
        return self.punctuation.listed(self.name(party.name) for party in parties)

    def within(self, reason: Wording) -> str:
        """A reason given as a sentence, to stand in brackets."""
        versions = (replace(each, text=each.text.rstrip(".。")) for each in reason.versions)
        return self.text(Wording(tuple(versions)))

    def said(self, message: str, **values: str) -> Markup:
        return filled(self.words.gettext(message), **values)
