"""Whom documents look at beside the people that are named: others with the post of a head."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import accumulate

from briefgen.register.glances import ESCAPE, compared
from briefgen.register.ids import PersonId
from briefgen.register.models.attendance import LEADING
from briefgen.register.part.lists import SplitList
from briefgen.register.part.named import texts_in
from briefgen.register.quick import Unusual
from briefgen.register.source import Source
from briefgen.register.trees import Tree

MOST_TITLES = 100
"""With more to look for, reading all people is quicker."""
START, END = "from", "until"
BETWEEN = "\0"
"""What no file can hold."""


def heads_in(sources: Iterable[Source | None]) -> set[PersonId]:
    """Who led a delegation at sessions, by their files."""
    return {
        person
        for source in sources
        if source is not None
        for each in entries_of(source.tree, "participants")
        if each.get("role") in LEADING and isinstance(person := each.get("person"), str)
    }


def holders_in(people: SplitList, heads: Collection[PersonId]) -> set[PersonId]:
    """The people in whose entries a title stands that a head's post has, whatever its case.

    Whoever has it without a day may have followed only where the head's post ended. Raises Unusual
    when there are too many titles to look for.
    """
    posts = [
        post for each in people.only(heads).tree.values() for post in entries_of(each, "posts")
    ]
    ended = titles_of(post for post in posts if END in post)
    titles = titles_of(posts)
    if len(titles) > MOST_TITLES or "" in titles:
        raise Unusual
    entries = people.entries
    dated = {person: entry for person, entry in entries.items() if START in entry}
    escaped = (person for person, entry in entries.items() if ESCAPE in entry)
    return {*having(ended, entries), *having(titles - ended, dated), *escaped}


def having(titles: Collection[str], entries: Mapping[PersonId, str]) -> Iterator[PersonId]:
    """The people in whose entries one of some texts stands."""
    if not titles or not entries:
        return
    names = tuple(entries)
    text = compared(BETWEEN.join(entries.values()))
    ends = [*accumulate(len(entry) + 1 for entry in text.split(BETWEEN))]
    for title in titles:
        place = text.find(title)
        while place >= 0:
            entry = bisect_right(ends, place)
            whole = stands_alone(text, place, place + len(title))
            if whole:
                yield names[entry]
            place = text.find(title, ends[entry] if whole else place + 1)


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether what is found is no part of longer words, and so may be a whole value."""
    return not (text[max(start - 1, 0) : start].isalnum() or text[end : end + 1].isalnum())


def titles_of(posts: Iterable[dict[str, Tree]]) -> set[str]:
    return {compared(text) for post in posts for text in texts_in(post.get("title"))}


def entries_of(tree: Tree, key: str) -> Iterator[dict[str, Tree]]:
    entries = tree.get(key) if isinstance(tree, dict) else None
    yield from (each for each in entries or () if isinstance(each, dict))
