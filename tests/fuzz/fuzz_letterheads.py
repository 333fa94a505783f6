"""Letterheads: Word files of which headers and footers are taken over."""

from collections.abc import Iterator

from fuzz_archives import mutated_archive, packed
from fuzz_target import Target, refused
from letterheads import NAME, WATERMARK, Members, good_members, paragraph, simple_members

from briefgen.problems import TemplateError
from briefgen.rendering.letterheads import LetterheadFile
from briefgen.writers.docx.letterhead.reading import read_letterhead


def accepts_letterhead(data: bytes) -> bool:
    try:
        letterhead = read_letterhead(LetterheadFile(NAME, data))
    except TemplateError as error:
        return refused(error)
    assert letterhead.heads
    return True


def letterheads() -> Iterator[bytes]:
    for members in (good_members(), simple_members(), simple_members(paragraph(WATERMARK))):
        yield packed(as_bytes(members))


def as_bytes(members: Members) -> dict[str, bytes]:
    return {
        name: part.encode() if isinstance(part, str) else part for name, part in members.items()
    }


LETTERHEADS = Target(accepts_letterhead, letterheads, mutated_archive)
