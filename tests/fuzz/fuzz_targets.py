"""All that is fuzzed, by name."""

from collections.abc import Mapping

from fuzz_letterheads import LETTERHEADS
from fuzz_pages import PAGES, RUNS
from fuzz_registers import REGISTERS
from fuzz_spreadsheets import DELIMITED, WORKBOOKS
from fuzz_styles import STYLES
from fuzz_target import Target
from fuzz_words import WORDS

TARGETS: Mapping[str, Target] = {
    "registers": REGISTERS,
    "workbooks": WORKBOOKS,
    "delimited": DELIMITED,
    "letterheads": LETTERHEADS,
    "pages": PAGES,
    "templates": RUNS,
    "words": WORDS,
    "styles": STYLES,
}
