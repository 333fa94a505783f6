"""Writing a file of words as gettext reads it (MO): messages, translations, where each stands."""

import struct
from collections.abc import Mapping

MAGIC, VERSION = 0x950412DE, 0
HEAD = struct.Struct("<7I")
PLACE = struct.Struct("<2I")


def mo_file(texts: Mapping[str, str]) -> bytes:
    """A file in which each message stands with its translation, and no table of hashes.

    https://www.gnu.org/software/gettext/manual/html_node/MO-Files.html
    """
    ordered = sorted((message.encode(), text.encode()) for message, text in texts.items())
    strings = [message for message, _ in ordered] + [text for _, text in ordered]
    translations = HEAD.size + PLACE.size * len(ordered)
    start = translations + PLACE.size * len(ordered)
    head = HEAD.pack(MAGIC, VERSION, len(ordered), HEAD.size, translations, 0, start)
    places = []
    for string in strings:
        places.append(PLACE.pack(len(string), start))
        start += len(string) + 1
    return head + b"".join(places) + b"".join(string + b"\0" for string in strings)
