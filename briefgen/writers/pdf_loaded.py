"""What sets PDFs, loaded by importing this: for a process from which others are forked."""

from briefgen.writers.machine import load_libraries
from briefgen.writers.pdf import load

LIBRARIES = load_libraries()
"""Those that were found; None where Pango is missing, which is told by whoever sets a PDF."""
if LIBRARIES is not None:
    load()
