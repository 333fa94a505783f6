"""Each checker of PDFs finds what it is there for: one thing is spoilt in a sound file."""

import re
import zlib
from collections.abc import Callable

import pydyf
import pytest
from layouts import Printed, layout_style
from pdf_faults import NO_QPDF, broken_streams, failures, pdf_faults, qpdf_warnings

from briefgen.rendering.style import Style
from briefgen.writers import pdf_filing, pdf_finishing
from briefgen.writers.pdf_file import LEVEL, Packed, packed

DOT = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGA"
    "WjR9awAAAABJRU5ErkJggg=="
)
HTML = f"""
<h1>A</h1><section><h2>B</h2><p>x <a href="https://a.example">y</a></p><ul><li>z</li></ul>
<table><caption>C</caption><thead><tr><th scope="col">D</th></tr></thead>
<tbody><tr><td>e</td></tr></tbody></table><figure><img src="{DOT}" alt="A dot"></figure></section>
"""
Change = Callable[[pydyf.PDF], object]
METADATA, END, TYPE = b"/Type /Metadata", b"\nendstream", "Type"


@pytest.fixture(scope="module")
def style() -> Style:
    return layout_style()


@pytest.fixture(scope="module")
def sound(style: Style) -> bytes:
    return Printed(HTML, style, "en").data


def test_the_file_that_is_spoilt_is_sound(sound: bytes) -> None:
    assert pdf_faults(sound) == []


# Changes to what a file is made of, before it is written


def found(pdf: pydyf.PDF, key: str, name: str) -> list[pydyf.Dictionary]:
    held = [
        each
        for each in pdf.objects
        if isinstance(each, pydyf.Dictionary) and each.get(key) == f"/{name}"
    ]
    assert held, f"the file has no {name}"
    return held


def without(key: str, name: str, *entries: str, inside: str | None = None) -> Change:
    def change(pdf: pydyf.PDF) -> None:
        for each in found(pdf, key, name):
            for entry in entries:
                del (each[inside] if inside else each)[entry]

    return change


def not_in_catalog(entry: str) -> Change:
    return lambda pdf: pdf.catalog.pop(entry)


def tagged(name: str, other: str) -> Change:
    def change(pdf: pydyf.PDF) -> None:
        found(pdf, "S", name)[0]["S"] = f"/{other}"

    return change


def with_unknown_header(pdf: pydyf.PDF) -> None:
    without("S", "TH", "Scope", inside="A")(pdf)
    found(pdf, "S", "TD")[0]["A"]["Headers"] = pydyf.Array([pydyf.String("nowhere")])


def without_headers(pdf: pydyf.PDF) -> None:
    without("S", "TH", "Scope", inside="A")(pdf)
    without("S", "TD", "Headers", inside="A")(pdf)


def with_untagged_text(pdf: pydyf.PDF) -> None:
    content = next(
        each.stream
        for each in pdf.objects
        if isinstance(each, pydyf.Stream) and b"BDC" in each.stream
    )
    start = content.index(b"BDC")
    del content[content.index(b"EMC", start)]
    del content[start - 2 : start + 1]


def with_two_parents(pdf: pydyf.PDF) -> None:
    table = found(pdf, "S", "Table")[0]
    found(pdf, "S", "L")[0]["K"].extend(table["K"])


def without_title(pdf: pydyf.PDF) -> None:
    (metadata,) = (
        each
        for each in pdf.objects
        if isinstance(each, pydyf.Stream) and each.extra.get(TYPE) == "/Metadata"
    )
    metadata.stream = [re.sub(rb"(?s)<dc:title>.*?</dc:title>", b"", metadata.stream[0])]


def without_fonts(pdf: pydyf.PDF) -> None:
    for each in found(pdf, TYPE, "FontDescriptor"):
        each.pop("FontFile3", each.pop("FontFile2", None))


def without_letters(pdf: pydyf.PDF) -> None:
    for each in found(pdf, TYPE, "Font"):
        each.pop("ToUnicode", None)


BEFORE: dict[str, tuple[Change, str]] = {
    "no language": (not_in_catalog("Lang"), "PDFUA1-TEXT-LANGUAGE-001"),
    "title not shown": (not_in_catalog("ViewerPreferences"), "PDFUA1-VIEWER-PREFERENCES-001"),
    "not marked": (not_in_catalog("MarkInfo"), "PDFUA1-TAGGED-DOCUMENT-001"),
    "no headers": (without_headers, "PDFUA1-TABLE-HEADERS-SCOPE-001"),
    "unknown header": (with_unknown_header, "PDFUA1-TABLE-HEADERS-UNDEFINED-001"),
    "two heads": (tagged("TBody", "THead"), "PDFUA1-TABLE-THEAD-COUNT-001"),
    "no words for a picture": (without("S", "Figure", "Alt"), "PDFUA1-FIGURE-ALTERNATIVE-TEXT-001"),
    "a paragraph in a list": (tagged("LI", "P"), "PDFUA1-L-KIDS-001"),
    "text without a tag": (with_untagged_text, "PDFUA1-CONTENT-TAGGING-001"),
    "a link that says nothing": (without(TYPE, "Annot", "Contents"), "PDFUA1-LINK-CONTENTS-001"),
    "a link that is none": (tagged("Link", "Span"), "PDFUA1-LINK-LINK-TAG-001"),
    "a level left out": (tagged("H2", "H4"), "PDFUA1-HEADING-NESTING-001"),
    "no title": (without_title, "PDFUA1-METADATA-TITLE-001"),
    "no order of links": (without(TYPE, "Page", "Tabs"), "PDFUA1-PAGE-TABS-001"),
    "rows in a list": (with_two_parents, "PDFUA1-L-KIDS-001"),
    "a link not printed": (without(TYPE, "Annot", "F"), "PDFA3A-ANNOTATION-FLAGS-PRESENT-001"),
    "font not in it": (without_fonts, "PDFA3A-FONT-EMBEDDING-001"),
    "no letters for glyphs": (without_letters, "PDFA3A-UNICODE-MAPPING-001"),
}


@pytest.mark.parametrize("name", BEFORE)
def test_the_validator_finds_what_is_missing_or_wrong(
    name: str, style: Style, monkeypatch: pytest.MonkeyPatch
) -> None:
    change, rule = BEFORE[name]
    finish = pdf_filing.finish_filing

    def spoil(pdf: pydyf.PDF) -> None:
        change(pdf)
        finish(pdf)

    monkeypatch.setattr(pdf_finishing, "finish_filing", spoil)
    assert rule in failures(Printed(HTML, style, "en").data)


# Changes to what is about to be written


def replaced(before: bytes, pattern: bytes, after: bytes = b"") -> Change:
    """With a part of the objects that hold some bytes replaced."""

    def change(pdf: pydyf.PDF) -> None:
        held = [each for each in pdf.objects[1:] if before in each.packed]
        assert held
        for each in held:
            spoilt = re.sub(pattern, after, each.packed, flags=re.DOTALL)
            assert spoilt != each.packed
            each.packed = of_right_length(spoilt)

    return change


def of_right_length(data: bytes) -> bytes:
    head, stream, rest = data.partition(b"stream\n")
    length = len(rest.removesuffix(END))
    return re.sub(rb"/Length \d+", b"/Length %d" % length, head) + stream + rest


def with_packed_metadata(pdf: pydyf.PDF) -> None:
    (metadata,) = (each for each in pdf.objects[1:] if METADATA in each.packed)
    _, _, rest = metadata.packed.partition(b"stream\n")
    stream = pydyf.Stream([rest.removesuffix(END)], {"Type": "/Metadata"}, compress=True)
    stream.extra["Subtype"] = "/XML"
    metadata.packed = stream.data


def with_unclear_end(pdf: pydyf.PDF) -> None:
    streams = (pydyf.Stream([b"%% %d" % number], compress=True) for number in range(3000))
    pdf.add_object(next(each for each in streams if each.data.endswith(b"\r\nendstream")))


SCHEMAS = rb"<pdfaExtension:schemas>.*</pdfaExtension:schemas>"
AFTER: dict[str, tuple[Change, str]] = {
    "not called PDF/UA": (replaced(METADATA, b'pdfuaid:part="1"'), "PDFUA1-ID-SCHEMA-001"),
    "not called PDF/A": (replaced(METADATA, b'pdfaid:part="3"'), "PDFA3A-ID-PART-001"),
    "a word unexplained": (replaced(METADATA, SCHEMAS), "PDFA3A-XMP-PROPERTY-DEFINITION-001"),
    "metadata not XML": (replaced(METADATA, b"</rdf:RDF>", b"</rdf:R>"), "PDFA3A-XMP-001"),
    "metadata packed": (with_packed_metadata, "PDFA3A-METADATA-FILTER-001"),
    "colours undefined": (
        replaced(b"/OutputIntents", rb"/OutputIntents \[.*?>>\]"),
        "PDFA3A-DEVICE-RGB-001",
    ),
    "picture made smooth": (
        replaced(b"/Interpolate", b"/Interpolate false", b"/Interpolate true"),
        "PDFA3A-IMAGE-INTERPOLATE-001",
    ),
    "end of a stream unclear": (with_unclear_end, "PDFA3A-STREAM-LENGTH-001"),
}


@pytest.mark.parametrize("name", AFTER)
def test_the_validator_finds_what_an_archive_would_refuse(
    name: str, style: Style, monkeypatch: pytest.MonkeyPatch
) -> None:
    change, rule = AFTER[name]
    assert rule in failures(spoilt_after(change, style, monkeypatch))


def spoilt_after(change: Change, style: Style, monkeypatch: pytest.MonkeyPatch) -> bytes:
    finish = pdf_filing.finish_filing

    def spoil(pdf: pydyf.PDF) -> None:
        finish(pdf)
        change(pdf)

    monkeypatch.setattr(pdf_finishing, "finish_filing", spoil)
    return Printed(HTML, style, "en").data


STEPS = {
    "tell_part": "PDFUA1-ID-SCHEMA-001",
    "define_colours": "PDFA3A-DEVICE-RGB-001",
    "finish_stream": "PDFA3A-IMAGE-INTERPOLATE-001",
}


@pytest.mark.parametrize("step", STEPS)
def test_no_step_of_ours_could_be_left_out(
    step: str, style: Style, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf_filing, step, lambda *_: None)
    assert STEPS[step] in failures(Printed(HTML, style, "en").data)


# Files that are broken


def test_the_validator_finds_a_file_without_its_own_number(sound: bytes) -> None:
    assert sound.count(b"/ID [") == 1
    assert failures(sound.replace(b"/ID [", b"/IX [")) == ["PDFA3A-TRAILER-ID-001"]


def cut_off(name: bytes) -> Change:
    """With the first stream of some sort ending too early, though it says how long it is."""

    def change(pdf: pydyf.PDF) -> None:
        stream = next(each for each in pdf.objects[1:] if name in each.packed)
        stream.packed = of_right_length(stream.packed.removesuffix(END)[:-6] + END)

    return change


@pytest.mark.skipif(NO_QPDF, reason="qpdf is missing")
def test_qpdf_finds_a_page_cut_off_that_the_validator_passes(
    style: Style, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoilt = spoilt_after(cut_off(b"<</Filter /FlateDecode/Length"), style, monkeypatch)
    assert failures(spoilt) == []
    assert any("input stream" in warning for warning in qpdf_warnings(spoilt))


def test_a_font_cut_off_that_both_of_them_pass_is_found_too(
    style: Style, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoilt = spoilt_after(cut_off(b"<</Subtype /OpenType"), style, monkeypatch)
    assert [*failures(spoilt), *([] if NO_QPDF else qpdf_warnings(spoilt))] == []
    assert len(broken_streams(spoilt)) == 1


def test_a_file_in_which_no_stream_is_found_is_a_fault() -> None:
    assert broken_streams(zlib.compress(b"")) == ["there are no streams"]


# Streams that end in what looks like the end of a line


def test_a_stream_never_ends_in_what_looks_like_the_end_of_a_line() -> None:
    streams = (pydyf.Stream([b"%% %d" % number], compress=True) for number in range(3000))
    stream = next(each for each in streams if each.data.endswith(b"\r\nendstream"))
    assert Packed(stream).data == stream.data[:-10] + b"\r\nendstream"


def test_what_stands_for_many_objects_ends_clearly_too() -> None:
    contents = [b"%% %d" % number for number in range(3000)]
    ended = [packed(content, {}) for content in contents]
    unclear = [zlib.compress(content, LEVEL).endswith(b"\r") for content in contents]
    assert any(unclear)
    assert [data.endswith(b"\r\r\nendstream") for data in ended] == unclear
