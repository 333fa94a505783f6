"""What templates say through `_()` and `{% trans %}`: messages that can be filled safely."""

from collections.abc import Callable, Mapping
from gettext import NullTranslations

from briefgen.rendering.operators import checked_format


def messages(words: NullTranslations) -> Mapping[str, Callable[..., str]]:
    """The functions of a language that find words, and nothing else of it.

    Jinja fills what they give with `%`; a message comes from a template, and may ask for a
    thousand million spaces.
    """
    return {
        "gettext": filled_safely(words.gettext),
        "ngettext": filled_safely(words.ngettext),
        "pgettext": filled_safely(words.pgettext),
        "npgettext": filled_safely(words.npgettext),
    }


def filled_safely(get: Callable[..., str]) -> Callable[..., str]:
    return lambda *message: checked_format(get(*message))
