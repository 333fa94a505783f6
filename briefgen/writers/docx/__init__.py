"""The Word writer: a page and a house style become a native, editable document."""

from briefgen.writers.docx.writing import write_docx

__all__ = ["write_docx"]
