"""How texts are compared: what counts as the same text, and what only looks alike."""

import re
import unicodedata

ZERO_WIDTH = re.compile("[\u200b-\u200d\u2060\ufeff]")
NOT_A_LETTER = re.compile(r"[\W_]+")
HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
# Letters and tone marks that Vietnamese alone writes: the rest it shares with French or pinyin.
OWN_LETTERS = re.compile("[đĐơƠưƯăĂ\u0309\u0323]")
MARKS = re.compile("[\u0300-\u0303\u0302\u0309\u0323\u0306\u031b]")
OTHER_MARKS = re.compile("[\u0304\u0308\u030a-\u030c\u0327\u0328]")


def tidy(text: str) -> str:
    """A text on one line in NFC, with single spaces and no zero-width characters."""
    return " ".join(unicodedata.normalize("NFC", ZERO_WIDTH.sub("", text)).split())


def folded(text: str) -> str:
    """What two texts share that are the same but for capitals and spaces."""
    return tidy(text).casefold()


def letters(text: str) -> str:
    """A text's letters in lower case without diacritics, words parted by single spaces."""
    bare = (sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return " ".join(NOT_A_LETTER.sub(" ", "".join(bare).casefold().replace("đ", "d")).split())


def is_chinese(text: str) -> bool:
    """Whether a text holds Chinese characters."""
    return HAN.search(text) is not None


def is_vietnamese(text: str) -> bool:
    """Whether a text is clearly Vietnamese by its diacritics."""
    apart = unicodedata.normalize("NFD", text)
    if is_chinese(text) or OTHER_MARKS.search(apart):
        return False
    return bool(OWN_LETTERS.search(apart) or MARKS.search(apart))


def language_of(text: str, languages: tuple[str, ...], told: str = "") -> str:
    """The language of a text among a register's: the one told, or the one its script tells.

    The register's first language where neither is told.
    """
    wanted = told or ("zh" if is_chinese(text) else "vi" if is_vietnamese(text) else "")
    found = (each for each in languages if wanted and each.partition("-")[0] == wanted)
    return next(found, languages[0])
