"""The code of templates for as long as a run lasts: languages and styles share it."""

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket


class Compiled(BytecodeCache):
    """Keeps what templates were compiled to, by their names, files and texts; in memory alone.

    Read from a disk, it would be code that whoever can write there has written.
    """

    def __init__(self) -> None:
        self.known: dict[tuple[str, str], Bucket] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Gives a template the code that it was compiled to before."""
        known = self.known.get((bucket.key, bucket.checksum))
        if known is not None:
            bucket.code = known.code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps the code of a template."""
        self.known[bucket.key, bucket.checksum] = bucket
