"""Whatever register can be read, its documents can be made, in every language and look."""

import os
import random

from hypothesis import given, settings
from hypothesis import strategies as st
from odd_documents import FILES, FORMATS, Swap, documents_of, files, register_with

EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "20"))
SWAPS = st.lists(
    st.builds(Swap, st.sampled_from(FILES), st.integers(0, 400), st.integers(0, 400)),
    min_size=1,
    max_size=3,
)


def test_documents_of_odd_registers_can_be_made() -> None:
    made = list[int]()

    @settings(max_examples=EXAMPLES, derandomize=True, deadline=None, database=None)
    @given(swaps=SWAPS, seed=st.integers(0, 10_000))
    def make_all(swaps: list[Swap], seed: int) -> None:
        register = register_with(swaps)
        if register is None:
            return
        dice = random.Random(seed)  # noqa: S311  dice, no secret
        documents = list(documents_of(register, dice))
        assert all(document.page.body for document in documents)
        if documents:
            assert all(files(dice.choice(documents), dice.choice(FORMATS)))
        made.append(len(documents))

    make_all()
    assert len(made) >= EXAMPLES / 5
    assert sum(made) >= len(made)
