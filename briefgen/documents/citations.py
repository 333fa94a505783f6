"""Sources, numbered in the order in which a document first cites them."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass

from briefgen.register.dates import Date
from briefgen.register.ids import SourceId
from briefgen.register.register import Register
from briefgen.register.texts import Wording


@dataclass(frozen=True)
class SourceView:
    """A source as a document lists it; `event` is the date of what it tells, not of the text.

    One that came out after the document's day has no title and nothing else than its id.
    """

    id: SourceId
    number: int
    title: Wording | None
    publisher: Wording | None
    published: Date | None
    event: Date | None
    note: Wording | None
    url: str | None


Shapes = dict[type, tuple[str, ...]]
"""The names of the fields of each type met; none of what isn't made of facts."""


def cited(facts: object) -> Iterator[SourceId]:
    """The sources of all facts in a document, in the order of its fields."""
    return cited_in(facts, {})


def cited_in(facts: object, shapes: Shapes) -> Iterator[SourceId]:
    if isinstance(facts, tuple):
        for fact in facts:
            yield from cited_in(fact, shapes)
        return
    for name in shape_of(type(facts), shapes):
        value = getattr(facts, name)
        if name == "sources":
            yield from value
        elif shape_of(type(value), shapes) or isinstance(value, tuple):
            yield from cited_in(value, shapes)


def shape_of(kind: type, shapes: Shapes) -> tuple[str, ...]:
    if kind not in shapes:
        shapes[kind] = tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()
    return shapes[kind]


def source_views(register: Register, facts: object) -> tuple[SourceView, ...]:
    """The sources that facts cite, numbered from 1 in the order of first citation."""
    names = dict.fromkeys(cited(facts))
    return tuple(source_view(register, name, number) for number, name in enumerate(names, start=1))


def source_view(register: Register, name: SourceId, number: int) -> SourceView:
    entry = register.sources.get(name)
    if entry is None:
        return SourceView(name, number, None, None, None, None, None, None)
    return SourceView(
        id=name,
        number=number,
        title=entry.title,
        publisher=entry.publisher,
        published=entry.published,
        event=entry.event,
        note=entry.note,
        url=entry.url,
    )
