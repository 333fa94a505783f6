"""What is measured, and how much of everything."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from plan_delegates import delegates_group
from plan_registers import due_group, sessions_group, start_group
from plan_rows import great_group, middle_group, small_group
from setting import Setting
from works import Group


@dataclass(frozen=True)
class Sizes:
    """How many rows, delegates, sessions and documents; targets are told of the full ones."""

    rows: tuple[int, int, int]
    delegates: tuple[int, int]
    sessions: tuple[int, ...]
    due: int


FULL = Sizes(
    rows=(40, 400, 2_000),
    delegates=(1_000, 10_000),
    sessions=(10, 100, 1_000, 10_000),
    due=200,
)
QUICK = Sizes(rows=(2, 4, 8), delegates=(4, 40), sessions=(6, 12), due=4)
Maker = Callable[[Setting], Group]


def plan(sizes: Sizes) -> Mapping[str, Maker]:
    """The groups by name; each is made, with its workspaces, when its turn comes."""
    small, middle, great = sizes.rows
    return {
        "start": start_group,
        "6-pages": lambda setting: small_group(setting, small),
        "45-pages": lambda setting: middle_group(setting, middle),
        "222-pages": lambda setting: great_group(setting, great),
        "delegates": lambda setting: delegates_group(setting, *sizes.delegates),
        "sessions": lambda setting: sessions_group(setting, sizes.sessions),
        "build": lambda setting: due_group(setting, sizes.due),
    }
