"""How a commitment can stand."""

from typing import Literal, get_args

Standing = Literal[
    "implemented",
    "under-implementation",
    "not-implemented",
    "overtaken-by-events",
    "no-report",
    "superseded",
]
STANDINGS: tuple[Standing, ...] = get_args(Standing)
