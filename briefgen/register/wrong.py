"""Errors of a validator that name the very part that is wrong, below the value they look at."""

from pydantic_core import PydanticCustomError

WRONG_VALUE = "wrong-value"


def wrong_at(message: str, *steps: str | int, of_key: bool = False) -> PydanticCustomError:
    """An error at the part that these keys and indexes lead to from the validated value."""
    context = {"message": message, "steps": steps, "of_key": of_key}
    return PydanticCustomError(WRONG_VALUE, "{message}", context)
