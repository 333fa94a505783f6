"""Fuzzes one target: `python tests/fuzz/fuzz.py TARGET [OPTION_OF_LIBFUZZER…]`; alone, lists them.

Seeds, and whatever was found before, are written to a folder of their own first, `.fuzz/TARGET`,
which then gathers what leads further. An input that breaks the program is left there as `crash-…`.
"""

import hashlib
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import atheris

if TYPE_CHECKING:
    from fuzz_target import Target

FOLDERS = ("tests", "tests/imports", "tests/writers")
LIBRARIES = ["briefgen", "openpyxl"]
LIMITS = ("-timeout=20", "-rss_limit_mb=3000", "-max_len=40000")
"""For one input: seconds, memory, bytes."""


def main(name: str, options: list[str]) -> None:
    """Never returns: the fuzzer ends the process."""
    from fuzz_target import FOUND

    target = instrumented()[name]
    corpus = Path(".fuzz", name)
    corpus.mkdir(parents=True, exist_ok=True)
    found = (path.read_bytes() for path in sorted((FOUND / name).glob("*")))
    for data in (*target.seeds(), *found):
        (corpus / hashlib.sha256(data).hexdigest()).write_bytes(data)

    def mutated(data: bytes, longest: int, seed: int) -> bytes:
        assert target.mutated is not None
        return target.mutated(data, longest, seed, atheris.Mutate)

    mutators = {} if target.mutated is None else {"custom_mutator": mutated}
    arguments = [sys.argv[0], str(corpus), f"-artifact_prefix={corpus}/", *LIMITS, *options]
    atheris.Setup(arguments, target.accepts, **mutators)
    atheris.Fuzz()


def instrumented() -> Mapping[str, "Target"]:
    """The targets, with what they call told to the fuzzer line by line."""
    with atheris.instrument_imports(include=LIBRARIES):
        from fuzz_targets import TARGETS
    return TARGETS


if __name__ == "__main__":
    root = Path(__file__).parents[2]
    sys.path[:0] = [str(root), *(str(root / folder) for folder in FOLDERS)]
    match sys.argv[1:]:
        case [target, *options]:
            main(target, options)
        case _:
            sys.stdout.write("".join(f"{name}\n" for name in instrumented()))
