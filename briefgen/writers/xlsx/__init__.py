"""The spreadsheet writer: the tables of a page become sheets, its other text the last one."""

from briefgen.writers.xlsx.writing import write_xlsx

__all__ = ["write_xlsx"]
