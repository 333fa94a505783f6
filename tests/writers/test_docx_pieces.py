"""Pieces of a Word document are what a tree of elements would be written down as."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from briefgen.writers.docx.bookmarks import with_mark
from briefgen.writers.docx.markup import w
from briefgen.writers.docx.pieces import elements_of, piece, piece_of, text_piece

TEXTS = st.text(st.sampled_from("aố谅\U00020000\xa0&<>\"'\t\n\r "))


@given(TEXTS)
def test_values_are_written_as_a_tree_writes_them(value: str) -> None:
    assert piece("tblCaption", val=value) == piece_of(w("tblCaption", val=value))


@given(TEXTS.filter(bool))
def test_texts_are_written_as_a_tree_writes_them(words: str) -> None:
    (element,) = elements_of([text_piece(words)])
    assert element.text == words
    assert piece_of(element) == text_piece(words)


def test_an_element_of_a_piece_is_the_same_piece_again() -> None:
    link = '<w:hyperlink r:id="rId1"><w:r><w:t xml:space="preserve"> a </w:t></w:r></w:hyperlink>'
    paragraph = piece("p", piece("pPr", piece("jc", val="left")), link)
    assert [piece_of(each) for each in elements_of([paragraph, paragraph])] == [paragraph] * 2


def test_the_bookmark_of_a_row_stands_in_its_first_paragraph() -> None:
    cell = piece("tc", piece("p", piece("pPr"), piece("r")))
    marked = etree.fromstring(
        f'<a xmlns:w="w">{with_mark(cell.replace("<w:pPr/>", "<w:pPr></w:pPr>") * 2, "<w:m/>")}</a>'
    )
    assert [len(paragraph) for paragraph in marked.iter("{w}p")] == [3, 2]
