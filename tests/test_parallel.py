"""Two pages of one document become one: block by block, nothing lost, nothing said twice."""

import pytest
from pictures import pixel
from two_languages import (
    NO_ZH,
    PLAIN,
    VI,
    ZH,
    blocks,
    gap,
    lent,
    merged,
    of_both,
    page_in,
    second,
)

from briefgen.rendering.card_tokens import Card
from briefgen.writers.cards import rows

WHOLE = "Tăng cường hợp tác qua biên giới trong năm tới"
PICTURE, OTHER_PICTURE = pixel(1), pixel(2)

# One element with both texts.


@pytest.mark.parametrize("tag", ["h1", "p"])
def test_a_line_of_the_title_holds_both_texts(tag: str) -> None:
    role = ' class="kicker"' if tag == "p" else ""
    found = merged(f"<{tag}{role}>Một</{tag}>", f"<{tag}{role}>一</{tag}>")
    assert found == f"<{tag}{role}>Một{second('一')}</{tag}>"


def test_a_heading_stays_one_with_its_number_and_its_id() -> None:
    found = merged(
        '<section><h2 id="a">Một</h2></section>', '<section><h2 id="a">一</h2></section>'
    )
    assert found == f'<section><h2 id="a">Một{second("一")}</h2></section>'


def test_running_text_is_a_paragraph_in_each_language() -> None:
    assert merged("<p>Một.</p><p>Hai.</p>", "<p>一。</p><p>二。</p>") == (
        '<p>Một.</p><p lang="zh-Hans">一。</p><p>Hai.</p><p lang="zh-Hans">二。</p>'
    )


def test_a_line_that_begins_a_page_begins_one_page() -> None:
    found = merged('<p class="sheet">Một</p>', '<p class="sheet">一</p>')
    assert found == f'<p class="sheet">Một{second("一")}</p>'


def test_the_lines_of_a_box_are_paragraphs_for_their_first_lines_stand_out() -> None:
    found = merged(
        '<aside class="glance"><p class="glance-title">Một</p></aside>',
        '<aside class="glance"><p class="glance-title">一</p></aside>',
    )
    assert found == (
        '<aside class="glance"><p class="glance-title">Một</p>'
        '<p class="glance-title" lang="zh-Hans">一</p></aside>'
    )


def test_an_item_holds_both_texts_and_the_list_in_it_stays_one() -> None:
    found = merged(
        "<ul><li>Một<ul><li>A</li></ul></li></ul>", "<ul><li>一<ul><li>甲</li></ul></li></ul>"
    )
    assert found == f"<ul><li>Một{second('一')}<ul><li>A{second('甲')}</li></ul></li></ul>"


def test_facts_stay_beside_one_another() -> None:
    fact = '<dl class="facts"><div><dt>{}</dt><dd data-ref="x">{}</dd></div></dl>'
    assert merged(fact.format("Ngày", "22/2"), fact.format("日期", "2月22日")) == fact.format(
        f"Ngày{second('日期')}", f"22/2{second('2月22日')}"
    )


def table(*body: str, caption: str = "Bảng", sheet: str = "") -> str:
    heads = '<thead><tr><th scope="col">1</th><th scope="col">2</th></tr></thead>'
    name = f' data-sheet="{sheet}"' if sheet else ""
    rows = "".join(f"<tr>{row}</tr>" for row in body)
    return f"<table{name}><caption>{caption}</caption>{heads}<tbody>{rows}</tbody></table>"


def test_a_table_stays_one_row_by_row() -> None:
    found = merged(
        table("<td>1</td><td>Một</td>", "<td>–</td><td>Hai</td>", sheet="Bảng"),
        table("<td>1</td><td>一</td>", "<td>–</td><td>二</td>", caption="表", sheet="表"),
    )
    assert found == table(
        f"<td>1</td><td>Một{second('一')}</td>",
        f"<td>–</td><td>Hai{second('二')}</td>",
        caption=f"Bảng{second('表')}",
        sheet="Bảng · 表",
    )


def test_a_sheet_whose_names_have_no_room_beside_one_another_has_the_first() -> None:
    long = "Bảng theo dõi cam kết"
    found = merged(
        table("<td>1</td><td>2</td>", sheet=long), table("<td>1</td><td>2</td>", sheet="表" * 9)
    )
    assert f'data-sheet="{long}"' in found


def test_a_cell_keeps_its_paragraphs_and_lists_together() -> None:
    cell = '<td><p class="cell">{}</p><ul><li>{}</li></ul></td><td>{}</td>'
    found = merged(table(cell.format("Một", "A", "1")), table(cell.format("一", "甲", "1")))
    assert cell.format(f"Một{second('一')}", f"A{second('甲')}", "1") in found


def test_a_picture_is_shown_once_and_tells_of_itself_in_both_languages() -> None:
    figure = '<figure><img src="{}" alt="{}"></figure>'
    found = merged(figure.format(PICTURE, "Hình"), figure.format(PICTURE, "图"))
    assert found == figure.format(PICTURE, "Hình / 图")


def test_a_picture_with_words_in_it_is_shown_in_each_language() -> None:
    figure = '<figure><img src="{}" alt="{}"><figcaption>{}</figcaption></figure>'
    found = merged(figure.format(PICTURE, "Hình", "A"), figure.format(OTHER_PICTURE, "图", "甲"))
    assert found == (
        f'<figure><img src="{PICTURE}" alt="Hình">'
        f'<img src="{OTHER_PICTURE}" alt="图" lang="zh-Hans">'
        f"<figcaption>A{second('甲')}</figcaption></figure>"
    )


# Nothing twice.


@pytest.mark.parametrize(
    "text", ["22", "–", "<strong>Quảng Tây</strong>", '<a href="https://a.vn">a</a>']
)
def test_what_both_say_alike_stands_once(text: str) -> None:
    assert merged(f"<p>{text}</p>", f"<p>{text}</p>") == f"<p>{text}</p>"
    assert merged(f"<h1>{text}</h1>", f"<h1> {text} </h1>") == f"<h1>{text}</h1>"


def test_citations_stand_after_each_text() -> None:
    cited = '<h1 id="s">{}<sup><a href="#s">1</a></sup></h1>'
    found = merged(cited.format("Một"), cited.format("一"))
    assert found.count('<sup><a href="#s">1</a></sup>') == 2


def test_the_address_of_a_source_stands_once() -> None:
    address = '<a href="https://a.vn">a.vn</a> <span class="muted">[a]</span>'
    source = f'<ol><li class="source">{{}} {address}</li></ol>'
    found = merged(source.format("Đăng năm 2023."), source.format("2023年发布。"))
    assert found == source.format("Đăng năm 2023.").replace(
        "</li>", f"{second('2023年发布。')}</li>"
    )


def test_a_sentence_keeps_the_link_at_its_end() -> None:
    found = merged(
        '<p>Xem <a href="https://a.vn">a.vn</a></p>', '<p>见 <a href="https://a.vn">a.vn</a></p>'
    )
    assert found.count("<a ") == 2


def test_the_last_of_names_in_a_row_stays_though_both_end_with_it() -> None:
    found = merged("<p>Gọi là A, <em>JWC</em>.</p>", "<p>称为甲, <em>JWC</em>.</p>")
    assert found.count("<em>JWC</em>") == 2


def test_a_name_in_the_script_of_the_other_language_is_not_repeated() -> None:
    note = '<p class="cell-note"><span lang="{}">{}</span></p>'
    cell = f'<td><p class="cell">{{}}</p>{note}</td><td>1</td>'
    found = merged(
        table(cell.format("Đoàn Thu Hà", ZH, "段秋霞")),
        table(cell.format("段秋霞", VI, "Đoàn Thu Hà")),
    )
    assert f'<td><p class="cell">Đoàn Thu Hà{second("段秋霞")}</p></td>' in found


def test_a_name_in_a_third_script_stays() -> None:
    note = '<p class="cell-note"><span lang="en">Doan Thu Ha</span></p>'
    cell = f'<td><p class="cell">{{}}</p>{note}</td><td>1</td>'
    found = merged(table(cell.format("Đoàn Thu Hà")), table(cell.format("段秋霞")))
    assert found.count("Doan Thu Ha") == 1


def test_an_aside_in_the_other_language_is_not_repeated() -> None:
    cell = '<td>{} <span class="muted"><span lang="{}">{}</span></span></td><td>1</td>'
    found = merged(
        table(cell.format("Quảng Tây", ZH, "广西")), table(cell.format("广西", VI, "Quảng Tây"))
    )
    assert f"<td>Quảng Tây{second('广西')}</td>" in found


def test_a_quotation_of_the_other_language_stays_in_its_sentence() -> None:
    found = merged(
        f'<p>Tiếng Trung gọi là <span lang="{ZH}">联席会议</span>.</p>', "<p>称为联席会议。</p>"
    )
    assert f'gọi là <span lang="{ZH}">联席会议</span>.' in found


# Gaps.


def test_a_text_that_the_second_language_lends_from_the_first_is_a_gap() -> None:
    assert merged("<h1>Một</h1>", f"<h1>{lent('Một', VI)}</h1>") == (f"<h1>Một{second(gap())}</h1>")


def test_a_text_that_the_first_language_lends_from_the_second_is_a_gap() -> None:
    assert merged(f"<p>{lent('一', ZH)}</p>", "<p>一</p>") == (
        f'<p>{gap(VI)}</p><p lang="zh-Hans">一</p>'
    )


@pytest.mark.parametrize("mark", ["[en]", "[英文]"])
def test_a_text_of_a_third_language_stands_once_with_its_mark(mark: str) -> None:
    found = merged(f"<p>{lent('One')}</p>", f"<p>{lent('One').replace('[en]', mark)}</p>")
    assert found == f"<p>{lent('One')}</p>"


def test_other_texts_of_a_third_language_stand_both() -> None:
    found = merged(f"<p>{lent('One')}</p>", f"<p>{lent('Two')}</p>")
    assert found == f'<p>{lent("One")}</p><p lang="zh-Hans">{lent("Two")}</p>'


def test_the_citation_of_a_missing_text_goes_with_it() -> None:
    cited = '<h1 id="s">{}<sup><a href="#s">1</a></sup></h1>'
    found = merged(cited.format("Một"), cited.format(lent("Một", VI)))
    assert found == cited.format("Một").replace("</h1>", f"{second(gap())}</h1>")


def test_a_name_that_a_sentence_lends_stays_in_it() -> None:
    assert lent("Lạng Sơn", VI) in merged(
        "<p>Chủ nhà: Lạng Sơn.</p>", f"<p>东道主：{lent('Lạng Sơn', VI)}。</p>"
    )


def test_a_title_that_a_sentence_lends_leaves_a_gap_in_it() -> None:
    found = merged(f"<h1>Báo cáo: {WHOLE}.</h1>", f"<h1>报告：{lent(WHOLE, VI)}。</h1>")
    assert found == f"<h1>Báo cáo: {WHOLE}.{second(f'报告：{gap()}。')}</h1>"


def test_titles_that_follow_one_another_leave_one_gap() -> None:
    both = f"{WHOLE}. {WHOLE} nữa. Năm 2023."
    found = merged(
        f"<h1>{both}</h1>", f"<h1>{lent(WHOLE, VI)}。{lent(WHOLE + ' nữa', VI)}。2023年。</h1>"
    )
    assert found == f"<h1>{both}{second(f'{gap()}。2023年。')}</h1>"


def test_names_in_a_row_leave_one_gap() -> None:
    names = f"Gọi là: <em>{WHOLE}</em>, <em>{WHOLE} B</em>."
    lending = f"<em>{lent(WHOLE, VI)}</em>、<em>{lent(WHOLE + ' B', VI)}</em>"
    found = merged(f"<h1>{names}</h1>", f"<h1>称为：{lending}。</h1>")
    assert found == f"<h1>{names}{second(f'称为：<em>{gap()}</em>。')}</h1>"


def test_a_text_is_not_taken_for_a_part_of_a_word() -> None:
    found = merged("<p>Hà Nội</p>", f"<p>{lent('Hà N', VI)}</p>")
    assert lent("Hà N", VI) in found


def test_a_cell_that_one_language_leaves_empty_shows_a_gap() -> None:
    found = merged(table("<td>Một</td><td></td>"), table("<td></td><td>二</td>"))
    assert f"<td>Một{second(gap())}</td><td>{gap(VI)}{second('二')}</td>" in found


def test_a_number_that_one_language_leaves_out_is_no_gap() -> None:
    assert "<td>7</td><td></td>" in merged(
        table("<td>7</td><td></td>"), table("<td></td><td></td>")
    )


@pytest.mark.parametrize("cell", ["", '<p class="cell"></p>', "<br>"])
def test_an_empty_cell_stays_empty(cell: str) -> None:
    assert NO_ZH not in merged(table(f"<td>{cell}</td><td>1</td>"), table("<td></td><td>1</td>"))


# Blocks that one page has alone.


def test_a_block_that_the_second_page_lacks_is_shown_with_a_gap() -> None:
    found = merged("<p>Một</p><ul><li>Hai</li></ul>", "<p>一</p>")
    assert found == f'<p>Một</p><p lang="zh-Hans">一</p><ul><li>Hai{second(gap())}</li></ul>'


def test_a_block_that_the_first_page_lacks_is_shown_with_a_gap() -> None:
    found = merged("<p>Một</p>", "<p>一</p><h1>二</h1>")
    assert found == (
        f'<p>Một</p><p lang="zh-Hans">一</p><h1 lang="zh-Hans">{gap(VI)}{second("二")}</h1>'
    )


def test_a_section_that_one_page_has_alone_shows_one_gap() -> None:
    section = '<section><h2 id="b">Hai</h2><p>Ba.</p><p>Bốn.</p></section>'
    found = merged(section, "")
    assert found.count(NO_ZH) == 1
    assert f'<h2 id="b">Hai{second(gap())}</h2>' in found


def test_an_item_that_one_list_has_alone_shows_a_gap() -> None:
    found = merged("<ul><li>Một</li></ul>", '<ul><li>一</li><li data-ref="x">二</li></ul>')
    assert (
        found == f'<ul><li>Một{second("一")}</li><li data-ref="x">{gap(VI)}{second("二")}</li></ul>'
    )


def test_a_row_that_one_table_has_alone_shows_a_gap() -> None:
    row = '<td data-ref="r{}">{}</td><td>1</td>'
    found = merged(table(row.format(1, "Một"), row.format(2, "Hai")), table(row.format(2, "二")))
    assert f'<td data-ref="r1">Một{second(gap())}</td>' in found
    assert f'<td data-ref="r2">Hai{second("二")}</td>' in found


def test_blocks_are_known_by_their_facts_though_one_is_missing_before_them() -> None:
    fact = '<p data-ref="{}">{}</p>'
    found = merged(
        fact.format("a", "Một") + fact.format("b", "Hai"),
        fact.format("b", "二") + fact.format("c", "三"),
    )
    assert found == (
        f'<p data-ref="a">Một</p><p data-ref="a" lang="zh-Hans">{gap()}</p>'
        '<p data-ref="b">Hai</p><p data-ref="b" lang="zh-Hans">二</p>'
        f'<p data-ref="c" lang="zh-Hans">{gap(VI)}</p><p data-ref="c" lang="zh-Hans">三</p>'
    )


def test_tables_with_other_columns_stand_below_one_another() -> None:
    wide = '<table><tbody><tr><td colspan="2">A</td><td>B</td></tr></tbody></table>'
    found = merged(wide, table("<td>1</td><td>二</td>", caption="表"))
    assert found.count("<table") == 2
    assert '<table lang="zh-Hans">' in found


def test_a_row_whose_cells_span_otherwise_stands_below_the_other() -> None:
    found = merged(table('<td colspan="2">Một</td>'), table("<td>一</td><td>二</td>"))
    assert (
        '<tr><td colspan="2">Một</td></tr><tr lang="zh-Hans"><td>一</td><td>二</td></tr>' in found
    )


def test_a_great_table_is_merged_in_a_moment() -> None:
    long = [f'<td data-ref="r{n}">{n}</td><td>Dòng</td>' for n in range(3000)]
    found = merged(table(*long), table(*long[:1500], *long[1501:]))
    assert found.count("<tr>") == 3001


# Ids, links, languages.


def test_no_id_stands_twice_and_links_lead_to_the_first() -> None:
    linked = '<p>{0} <a href="#x">{0}</a></p><ul><li id="x">{0}</li></ul>'
    found = merged(linked.format("Một"), linked.format("一"))
    assert (found.count('id="x"'), found.count('href="#x"')) == (1, 2)


def test_an_id_that_the_second_page_alone_has_is_kept() -> None:
    found = merged("<p>Một</p>", '<p>一</p><ul><li id="y">二</li></ul><p><a href="#y">三</a></p>')
    assert found.count('id="y"') == 1


def test_all_around_the_page_stands_in_both_languages() -> None:
    page = of_both(page_in(VI, "<p>1</p>"), page_in(ZH, "<p>1</p>"))
    assert (page.title, page.subject) == (
        "Title vi / Title zh-Hans",
        "Subject vi / Subject zh-Hans",
    )
    assert (page.header, page.footer) == (
        "Header vi · Header zh-Hans",
        "Footer vi · Footer zh-Hans",
    )
    assert (page.language, page.author) == (VI, "Ban thư ký")
    assert [number.before for number in page.page_number.all] == ["vi ", "zh-Hans "]


# Cards.

CARD = '<article class="{}">{}</article>'
FACE = '<section><p class="name-{}">{}</p></section>'


def test_a_folded_card_has_a_language_on_each_face() -> None:
    vi, zh = FACE.format(3, "Hà"), FACE.format(1, "霞")
    found = merged(CARD.format("place-card", vi * 2), CARD.format("place-card", zh * 2))
    face = zh.replace("<section>", '<section lang="zh-Hans">')
    assert found == CARD.format("place-card", vi + face)


def test_a_card_with_one_face_has_one_beside_it_in_the_other_language() -> None:
    vi, zh = CARD.format("badge", FACE.format(4, "Hà")), CARD.format("badge", FACE.format(5, "霞"))
    assert merged(vi, zh) == vi + zh.replace("<article", "<article").replace(
        '"badge">', '"badge" lang="zh-Hans">'
    )


def test_a_card_that_says_the_same_in_both_languages_is_one() -> None:
    card = CARD.format("badge", FACE.format(4, "Hà"))
    assert merged(card, card) == card


def test_the_cards_of_one_person_stay_in_one_row() -> None:
    pair = CARD.format("badge", FACE.format(4, "Hà")) + (
        f'<article class="badge" lang="zh-Hans">{FACE.format(4, "霞")}</article>'
    )
    card: Card = PLAIN.cards["badge"].model_copy(update={"across": 3})
    lengths = [len(row) for row in rows(blocks(pair * 3), card)]
    assert lengths == [2, 2, 2]
    narrow = card.model_copy(update={"across": 1})
    assert [len(row) for row in rows(blocks(pair), narrow)] == [1, 1]


def test_cards_in_one_language_fill_their_rows() -> None:
    card = CARD.format("badge", FACE.format(4, "Hà"))
    lengths = [len(row) for row in rows(blocks(card * 5), PLAIN.cards["badge"])]
    assert lengths == [2, 2, 1]
