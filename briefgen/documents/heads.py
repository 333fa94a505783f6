"""Expected heads of delegation: who led each last, since when known, and what changed since."""

from dataclasses import dataclass

from briefgen.documents.delegations import ParticipantView, participant_view
from briefgen.documents.selection import Selection
from briefgen.documents.views import (
    PartyView,
    PersonView,
    SessionView,
    party_view,
    person_view,
    view_of,
)
from briefgen.register.dates import Date
from briefgen.register.ids import PartyId, SourceId
from briefgen.register.models.actors import Post
from briefgen.register.register import Register
from briefgen.register.texts import Wording
from briefgen.rules.succession import Lead, Leadership, Tenure, leadership, leads_at, tenure


@dataclass(frozen=True)
class LeadView:
    """A person who led a delegation at a session, and for which party, if not the present one."""

    participant: ParticipantView
    session: SessionView
    of: PartyView | None


@dataclass(frozen=True)
class HolderView:
    """A person who holds a post; when they took it or gave it up may not be recorded."""

    person: PersonView
    title: Wording
    since: Date | None
    until: Date | None
    sources: tuple[SourceId, ...]


@dataclass(frozen=True)
class HeadView:
    """The last known head of a party's delegation, and what is recorded of a change since.

    `since` is the first of the sessions in a row that the head is recorded as leading; `named` are
    those recorded for the document's own session; `posts` the head's of which a day is known;
    `newer` who took one of the head's posts later.
    """

    party: PartyView
    last: LeadView | None
    since: SessionView | None
    before: LeadView | None
    named: tuple[ParticipantView, ...]
    posts: tuple[HolderView, ...]
    newer: tuple[HolderView, ...]

    @property
    def ended(self) -> tuple[HolderView, ...]:
        """The head's posts that are recorded as given up."""
        return tuple(post for post in self.posts if post.until is not None)

    @property
    def is_new(self) -> bool:
        """Whether the head led for the first time at the last session, after somebody else."""
        return self.before is not None and self.last is not None and self.since == self.last.session

    @property
    def may_have_left(self) -> bool:
        """Whether the register tells of an end of the head's post, or of a newer holder."""
        return bool(self.ended or self.newer)


def heads_view(selection: Selection, reader: PartyId | None) -> tuple[HeadView, ...]:
    """The expected heads of all delegations: whoever last held the role."""
    earlier = [session for session in selection.earlier() if session.status == "held"]
    return tuple(
        head_view(selection, leadership(selection.before.register, earlier, party))
        for party in selection.parties(reader)
    )


def head_view(selection: Selection, heads: Leadership) -> HeadView:
    register, party = selection.now.register, heads.party
    own = leads_at(selection.session, {party}) if selection.session is not None else ()
    posts = tenure(selection.before, heads.last, party) if heads.last else Tenure((), ())
    return HeadView(
        party=party_view(register, party),
        last=lead_view(register, heads.last, party) if heads.last else None,
        since=view_of(register, heads.since.session) if heads.since else None,
        before=lead_view(register, heads.before, party) if heads.before else None,
        named=tuple(participant_view(register, each.participant, each.session) for each in own),
        posts=tuple(
            holder_view(register, heads.last.person, post) for post in posts.posts if heads.last
        ),
        newer=tuple(holder_view(register, each.person, each.post) for each in posts.newer),
    )


def holder_view(register: Register, person: str, post: Post) -> HolderView:
    name = person_view(register, person)
    return HolderView(name, post.title, post.since, post.until, post.sources)


def lead_view(register: Register, lead: Lead, party: PartyId) -> LeadView:
    own = lead.participant.party
    return LeadView(
        participant_view(register, lead.participant, lead.session),
        view_of(register, lead.session),
        party_view(register, own) if own is not None and own != party else None,
    )
