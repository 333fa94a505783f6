"""Numbers as styles write them, in tests: 4, IV, d, 四."""

ROMAN = {10: "X", 9: "IX", 5: "V", 4: "IV", 1: "I"}
CHINESE = " 一二三四五六七八九"


def in_numerals(number: int, kind: str | None) -> str:
    """A number below 100, in the kind that a style or Word names."""
    match kind:
        case "upper-roman" | "upperRoman":
            return roman(number)
        case "lower-letter" | "lowerLetter":
            return "abcdefghijklmnopqrstuvwxyz"[number - 1]
        case "chinese" | "chineseCountingThousand":
            return chinese(number)
    return str(number)


def roman(number: int) -> str:
    found = ""
    for worth, sign in ROMAN.items():
        while number >= worth:
            found, number = found + sign, number - worth
    return found


def chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    before = CHINESE[tens] if tens > 1 else ""
    return f"{before}{'十' if tens else ''}{CHINESE[ones]}".strip()
