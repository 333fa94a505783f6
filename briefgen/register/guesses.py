"""How often a reading of the register may look for the nearest name."""

from collections.abc import Collection
from dataclasses import dataclass

from pydantic import ValidationInfo

from briefgen.register.ids import did_you_mean
from briefgen.register.limits import GUESSES


@dataclass
class Guesses:
    """The guesses that are left: each takes milliseconds in a great register of many slips."""

    left: int = GUESSES.most

    def did_you_mean(self, text: str, *known: Collection[str]) -> str:
        """The nearest known name as a message shows it, or nothing when none is near or left."""
        if not self.left:
            return ""
        self.left -= 1
        return did_you_mean(text, [name for names in known for name in names])


def guesses_of(info: ValidationInfo) -> Guesses:
    """The guesses that are left in a reading; some more where it keeps no count."""
    found = (info.context or {}).get("guesses")
    return found if isinstance(found, Guesses) else Guesses()
