"""Registers that are refused: files of YAML, and what stands in the place of files."""

from collections.abc import Mapping
from itertools import pairwise

from refusal import HTML, Refusal, endless, folder, pipe

AREAS = "data/areas.yaml"
SETTINGS = "briefgen.yaml"
PARTIES = "data/parties.yaml"
TALKS = "data/mechanisms/test-talks"
NO_ALIAS = "a value can't start with & or *; write it out in full"
NO_FILE = "this is no ordinary file; put a text file in its place"


def of_areas(content: str | bytes, told: str) -> Refusal:
    return Refusal(f"{AREAS}{told}", {AREAS: content})


def of_settings(line: str, told: str) -> Refusal:
    text = f"title: Made-up\nhome: test-alpha\n{line}\n"
    return Refusal(f"{SETTINGS}{told}", {SETTINGS: text})


def of_session(line: str, told: str) -> Refusal:
    text = f"status: planned\nsources: [test-event]\n{line}\n"
    return Refusal(f"{TALKS}/7.yaml{told}", {f"{TALKS}/7.yaml": text})


BYTES: Mapping[str, Refusal] = {
    "an alias bomb": of_areas(
        "a: &a [x, x]\n" + "".join(f"{n}: &{n} [*{o}, *{o}]\n" for o, n in pairwise("abcdefghi")),
        f":1:4: {NO_ALIAS}",
    ),
    "100,000 brackets": of_areas("[" * 100_000, ":1:51: nested deeper than 50 levels"),
    "100,000 braces": of_areas("{a: " * 100_000, ":1:201: nested deeper than 50 levels"),
    "100,000 keys in keys": of_areas("? " * 100_000, ":1:101: nested deeper than 50 levels"),
    "17 MiB": of_areas(b"#" * 17 * 1024 * 1024, ": the file is larger than 16 MiB; split it"),
    "17 MiB without a line end in quotes": of_areas(
        b'"' + b"x" * 17 * 1024 * 1024, ": the file is larger than 16 MiB"
    ),
    "a NUL byte": of_areas("a: {name: x\0}\n", ":1:12: the invisible character U+0000 stands here"),
    "nothing but NUL bytes": of_areas(bytes(4000), ":1:1: the invisible character U+0000"),
    "UTF-16": of_areas("a: {name: x}\n".encode("utf-16"), ":1:1: this is not UTF-8 text"),
    "UTF-32": of_areas("a: {name: x}\n".encode("utf-32"), ":1:1: this is not UTF-8 text"),
    "invalid UTF-8": of_areas(b"a:\n  name: \xed\xa0\x80\n", ":2:9: this is not UTF-8 text"),
    "a letter that reads backwards": of_areas(
        "a: {name: a\u202eb}\n", ":1:12: the invisible character U+202E stands here; remove it"
    ),
    "a tag that runs code": of_areas(
        "a: !!python/object/apply:os.system [echo]\n", ":1:4: a value can't start with !"
    ),
    "a key that merges": of_areas("a: {<<: {name: x}}\n", ":1:5: unknown key '<<'"),
    "a key twice": of_areas("a: {name: x}\na: {name: y}\n", ":2:1: the key 'a' stands here twice"),
    "two documents": of_areas(
        "a: {name: x}\n---\nb: {name: y}\n", ":2:1: a file holds one document"
    ),
    "a tab for indentation": of_areas(
        "a:\n\tname: x\n", ":2:1: this is not valid YAML: indent with"
    ),
    "a quote never closed": of_areas('a: {name: "x}\n', ":1:11: this is not valid YAML: the quote"),
    "nothing": of_areas("", ": this file is empty; write {} in it if there are no entries"),
    "a list for a mapping": of_areas("- a\n", ":1:1: this file must"),
    "a number of 100,000 digits": of_areas(
        f"a: {{name: x, order: {'9' * 100_000}}}\n", ":1:21: a number of more than 30 digits"
    ),
    "an id of 1,000 letters": of_areas(f"{'a' * 1000}: {{name: x}}\n", ":1:1: "),
}
MEANING: Mapping[str, Refusal] = {
    "an unknown key": of_settings("stile: plain", ":3:1: unknown key 'stile' "),
    "a language that there isn't": of_settings("languages: [en, xx-1]", ":3:17: "),
    "no language": of_settings("languages: []", ":3:12: "),
    "a language twice": of_settings("languages: [en, en]", ":3:17: the language 'en' stands here"),
    "a style that is a path": of_settings("style: ../../etc/passwd", ":3:8: "),
    "a style that there isn't": of_settings("style: plian", ":3:8: no style 'plian' (did you mean"),
    "an unknown home": Refusal(
        f"{SETTINGS}:2:7: no party 'test-alpa' (did you mean 'test-alpha'?)",
        {SETTINGS: "title: Made-up\nhome: test-alpa\n"},
    ),
    "a day of the year 9999 that no month has": of_session("date: 9999-99-99", ":3:7: "),
    "a year of many digits": of_session("date: 99999999999-01-01", ":3:7: "),
    "a day of a decade": of_session("date: 201X", ":3:7: "),
    "a number for a status": of_session("status: 7", ":3:1: the key 'status' stands here twice"),
    "a huge ordinal": Refusal(
        f"{TALKS}/99999999999999999999.yaml: ",
        {f"{TALKS}/99999999999999999999.yaml": "status: planned\nsources: [test-event]\n"},
    ),
    "a huge figure": of_session(
        "figures: [{measure: x, value: 1e999, unit: y, period: 2019, sources: [test-event]}]",
        ":3:",
    ),
    "a commitment of no number": of_session(
        "commitments: [{area: test-gates, text: x, sources: [test-event]}]",
        ":3:15: 'number' is missing; add it",
    ),
    "successors in a circle": Refusal(
        f"{PARTIES}:",
        {
            PARTIES: "".join(
                f"{a}: {{name: {a}, kind: province, country: VN, until: 2010, successor: {b}}}\n"
                for a, b in (("test-alpha", "test-beta"), ("test-beta", "test-alpha"))
            )
        },
    ),
    "a folder that is no id": Refusal(
        "data/mechanisms/Bad Id/mechanism.yaml: the folder's name is no id; rename it",
        {"data/mechanisms/Bad Id/mechanism.yaml": "name: x\n"},
    ),
    "a file of another kind": Refusal(
        "data/areas.yml: only files ending in .yaml belong into data/", {"data/areas.yml": "{}\n"}
    ),
}
PLACES: Mapping[str, Refusal] = {
    "a pipe for a list": Refusal(f"{AREAS}: {NO_FILE}", {AREAS: pipe}),
    "a folder for a list": Refusal(f"{AREAS}: this file is missing; make it", {AREAS: folder}),
    "a device for a list": Refusal(
        f"{AREAS}: this leads out of the workspace", {AREAS: endless}, HTML
    ),
    "a pipe for a session": Refusal(f"{TALKS}/6.yaml: {NO_FILE}", {f"{TALKS}/6.yaml": pipe}, HTML),
    "a folder for the settings": Refusal(f"{SETTINGS}: {NO_FILE}", {SETTINGS: folder}),
    "a pipe for the settings": Refusal(f"{SETTINGS}: {NO_FILE}", {SETTINGS: pipe}),
}
CASES = {**BYTES, **MEANING, **PLACES}
