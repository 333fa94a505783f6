"""What the last session reviewed of the commitments open before it, and what it did not."""

from dataclasses import dataclass

from briefgen.documents.commitments import short
from briefgen.documents.selection import Selection
from briefgen.documents.views import SessionView, view_of
from briefgen.register.ids import CommitmentId
from briefgen.rules.calendar import opening_day
from briefgen.rules.ledger import ledger
from briefgen.rules.review import held_together, review


@dataclass(frozen=True)
class ReviewView:
    """A session's review: the commitments then open, by what it did with each.

    `held_with` are the sessions held together with it that reported on those `elsewhere`.
    """

    session: SessionView
    held_with: tuple[SessionView, ...]
    reported: tuple[str, ...]
    elsewhere: tuple[str, ...]
    silent: tuple[str, ...]
    left: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing stood open before the session."""
        return not (self.reported or self.elsewhere or self.silent or self.left)


def review_view(selection: Selection) -> ReviewView | None:
    """The review of the last session held before the selected one; None before the first."""
    before = selection.before
    last = next((each for each in reversed(selection.earlier()) if each.status == "held"), None)
    if last is None:
        return None
    eve = before.before(opening_day(last, before.calendar, before.on))
    found = review(before, last, ledger(eve, selection.mechanism))

    def shorts(names: tuple[CommitmentId, ...]) -> tuple[str, ...]:
        return tuple(short(name, selection.mechanism) for name in names)

    return ReviewView(
        session=view_of(before.register, last),
        held_with=tuple(
            view_of(before.register, each)
            for each in held_together(before, last)
            if any(entry.commitment in found.elsewhere for entry in each.progress)
        ),
        reported=shorts(found.reported),
        elsewhere=shorts(found.elsewhere),
        silent=shorts(found.silent),
        left=shorts(found.left),
    )
