"""Texts of which a word is another: most of them can still be read, and mean something else."""

import random
import re

from fuzz_target import Mutate

TOKEN = re.compile(rb"[\w/.~-]+")
ODD = (
    *(b"", b"0", b"1", b"-1", b"0.01", b"7.5", b"20", b"99", b"100", b"500", b"1e9", b"9" * 31),
    *(b"null", b"true", b"[]", b"{}", b"all", b"2019", b"2019-02-29", b"XXXX-06-12", b"2018~"),
    *(b"2020-01-31/2019-01-31", b"9999-99-99", "试".encode(), "Ạ".encode(), b'"\\ud800"', b"'%'"),
)


def mutated_text(data: bytes, longest: int, seed: int, mutate: Mutate) -> bytes:
    """A text with some of its words changed for its own or for odd ones; or any bytes changed."""
    dice = random.Random(seed)  # noqa: S311  dice, no secret
    tokens = list(TOKEN.finditer(data))
    if not tokens or not dice.randrange(3):
        return mutate(data, longest)
    for _ in range(dice.randrange(1, 4)):
        found = dice.choice(tokens)
        piece = dice.choice([dice.choice(tokens)[0], dice.choice(ODD)])
        data = data[: found.start()] + piece + data[found.end() :]
        tokens = list(TOKEN.finditer(data)) or tokens
    return data if len(data) <= longest else mutate(data[:longest], longest)
