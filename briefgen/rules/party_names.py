"""Which party a text names, in whatever language and form: `Tỉnh Lạng Sơn`, `谅山省代表团`."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefgen.register.ids import PartyId, did_you_mean
from briefgen.register.models.actors import Party
from briefgen.register.spreadsheets.spelling import letters

BEFORE = re.compile(
    r"^(?:(?:the )?delegation of (?:the )?|doan dai bieu |doan |tinh |thanh pho |khu tu tri "
    r"|dan toc |choang |the )"
)
AFTER = re.compile(
    r"(?: delegation| province| provincial| city| autonomous region| zhuang)$"
    r"|(?:代表团|代表團|省|市|自治区|自治區|壮族|壯族)$"
)


@dataclass(frozen=True)
class PartyNames:
    """The parties by everything they are called; the preferred ones win over namesakes."""

    by_name: Mapping[str, Collection[PartyId]]
    preferred: Collection[PartyId]

    def named(self, lines: Sequence[str]) -> tuple[PartyId, ...]:
        """The party that all lines of a text name; several where its name isn't enough."""
        found = self.parties(" ".join(lines))
        if not found and len(lines) > 1:
            each = {self.parties(line) for line in lines}
            found = each.pop() if len(each) == 1 else ()
        wanted = tuple(party for party in found if party in self.preferred)
        return wanted or found

    def near(self, text: str) -> str:
        """` (did you mean 'x'?)` for a text that is nearly a party's name; nothing for others."""
        return did_you_mean(letters(text), self.by_name)

    def parties(self, text: str) -> tuple[PartyId, ...]:
        """The parties of one name, as it is written or without what stands around it."""
        return next((tuple(self.by_name[key]) for key in keys_of(text) if key in self.by_name), ())


def party_names(parties: Mapping[PartyId, Party], preferred: Collection[PartyId]) -> PartyNames:
    """All names of a register's parties in all its languages, and their ids."""
    by_name: dict[str, dict[PartyId, None]] = defaultdict(dict)
    for party, entry in parties.items():
        for text in (party, *(version.text for version in entry.name.versions)):
            for key in keys_of(text):
                by_name[key][party] = None
    return PartyNames(dict(by_name), preferred)


def keys_of(text: str) -> Iterator[str]:
    """A text's letters, then the same without each of the words around a name."""
    key = letters(text)
    while key:
        yield key
        shorter = BEFORE.sub("", key) if BEFORE.match(key) else AFTER.sub("", key)
        key = shorter if shorter != key else ""
