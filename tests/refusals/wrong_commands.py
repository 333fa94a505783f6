"""Wrong use of the command line."""

from collections.abc import Mapping

from refusal import HTML, Refusal

NEXT = "test-talks/next"
LONG = "x" * 100_000
DAY = "not a day; write it as 2026-11-22"


def of(told: str, *arguments: str, code: int = 2) -> Refusal:
    return Refusal(told, {}, arguments, code)


OWN: Mapping[str, Refusal] = {
    "an unknown session": of(
        "test-talks/99: no session 'test-talks/99' (did you mean ", "brief", "test-talks/99"
    ),
    "an unknown mechanism": of(
        "test-talk/next: no mechanism 'test-talk' (did you mean 'test-talks'?)",
        "brief",
        "test-talk/next",
    ),
    "a session that is a path": of(
        "../../etc/passwd: no mechanism '..'", "brief", "../../etc/passwd"
    ),
    "an empty session": of(
        "MECHANISM: no mechanism ''; mechanisms: test-forum, test-talks", "brief", ""
    ),
    "a session of 100,000 letters": of(f"{LONG[:2000]}…: no mechanism 'xxx", "brief", LONG),
    "a session of control characters": of(
        "test\\x1b[31m/next: no mechanism 'test\\x1b[31m'", "brief", "test\x1b[31m/next"
    ),
    "a session of broken bytes": of(
        "test-\\xff/next: no mechanism 'test-\\xff'", "brief", "test-\udcff/next"
    ),
    "an unknown party": of(
        "test-alpa: no party of 'test-talks' (did you mean 'test-alpha'?)",
        *HTML,
        "--perspective",
        "test-alpa",
    ),
    "an empty party": of("PARTY: ", *HTML, "--perspective", ""),
    "an unknown style": of(
        "plian: no style 'plian' (did you mean 'plain'?)", *HTML, "--style", "plian"
    ),
    "a style that is a path": of(
        "../../x: no style '../../x'; known: ", *HTML, "--style", "../../x"
    ),
    "an unknown language": of("vn: no language 'vn' (did you mean 'vi'?)", *HTML, "--lang", "vn"),
    "three languages": of(
        "en,vi,zh-Hans: a document is in one language or in two", *HTML, "--lang", "en,vi,zh-Hans"
    ),
    "a language twice": of("vi,vi: a language stands here twice", *HTML, "--lang", "vi,vi"),
    "no language": of("nothing: no language ''", *HTML, "--lang", ","),
    "an unknown format": of(
        "pfd: no format 'pfd' (did you mean 'pdf'?)", "brief", NEXT, "--format", "pfd"
    ),
    "a format of 100,000 letters": of(
        f"{LONG[:2000]}…: no format", "brief", NEXT, "--format", LONG
    ),
    "a day that no month has": of(f"2026-02-30: {DAY}", *HTML, "--as-of", "2026-02-30"),
    "a day of the year 9999": of(f"9999-99-99: {DAY}", *HTML, "--as-of", "9999-99-99"),
    "an empty day": of(f"--as-of: {DAY}", *HTML, "--as-of", ""),
    "a day of other figures": of(f"２０２６-11-22: {DAY}", *HTML, "--as-of", "２０２６-11-22"),
    "a day before everything": of(f"{NEXT}: no session of ", *HTML, "--as-of", "0001-01-01"),
    "a year that is none": of("23: no year; write four digits", "summary", "23"),
    "a number where none stands": of(
        "--number: only the list bears a number",
        *("participants", NEXT, "--layout", "badges", "--number", "3"),
    ),
    "a workspace that is a file": of("briefgen.yaml: ", "check", "--workspace", "briefgen.yaml"),
    "a workspace that is none": of(
        "data: this folder holds no briefgen.yaml", "check", "--workspace", "data"
    ),
    "a workspace that is not there": of("x: there is no such folder", "check", "--workspace", "x"),
    "a workspace of 100,000 letters": of(f"{LONG[:2000]}…: ", "check", "--workspace", LONG, code=3),
    "an out that is a file": of("briefgen.yaml/", *HTML, "--out", "briefgen.yaml", code=3),
    "an out of 100,000 letters": of(
        f"{LONG[:2000]}…: can't be written: File name too long", *HTML, "--out", LONG, code=3
    ),
    "no list": of("FILE: name the list of delegates", "import-participants", NEXT),
    "an empty list over a file": of(
        "briefgen.yaml: the empty list is a workbook; give it a name that ends in .xlsx",
        *("import-participants", NEXT, "briefgen.yaml", "--template"),
    ),
    "a list's session that there isn't": of(
        "test-talks/x: ", "import-participants", "test-talks/x", "list.csv"
    ),
    "a new workspace over another": of(".: this folder already holds ", "init", "."),
    "a new workspace over a file": of("briefgen.yaml: this is a file", "init", "briefgen.yaml"),
    "a new style that is a path": of("'../x': no name; ", "new-style", "../x"),
    "a new style from none": of("plian: no style 'plian'", "new-style", "own", "--from", "plian"),
    "a rotation of none": of("x: no mechanism 'x'", "rotation", "x"),
    "a ledger of none": of("x: no mechanism 'x'", "ledger", "x"),
}
OF_TYPER: Mapping[str, Refusal] = {
    "no session": of("Missing argument 'SESSION'.", "brief"),
    "an unknown command": of("No such command 'brif'. Did you mean 'brief'?", "brif"),
    "an unknown option": of("No such option: --frmat", *HTML, "--frmat", "pdf"),
    "an option without its value": of("Option '--lang' requires an argument.", *HTML, "--lang"),
    "one argument too many": of("Got unexpected extra argument(s) (x)", *HTML, "x"),
    "a number that is none": of("Invalid value for '--number'", *HTML, "--number", "x"),
    "a number below all": of("Invalid value for '--number'", *HTML, "--number", "-1"),
    "a huge number": of("Invalid value for '--number'", *HTML, "--number", "9" * 5000),
    "an edition that there isn't": of("Invalid value for '--edition'", *HTML, "--edition", "x"),
    "a layout that there isn't": of(
        "Invalid value for '--layout'", "participants", NEXT, "--layout", "x"
    ),
    "too many turns": of(
        "Invalid value for '--next'", "rotation", "test-talks", "--next", "1000000"
    ),
}
CASES = {f"command: {name}": case for name, case in OWN.items()}
PARSED = {f"command: {name}": case for name, case in OF_TYPER.items()}
