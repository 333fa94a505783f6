"""How large a list of delegates can be."""

MAX_ROWS = 20_000
MAX_COLUMNS = 100
HEAD_WITHIN = 30
"""A list's head stands within this many rows that hold something."""
MAX_BLANK = 20_000
TOO_MANY_ROWS = f"the list has more than {MAX_ROWS:,} rows; split it into several files"
TOO_MANY_COLUMNS = f"the list has more than {MAX_COLUMNS} columns; keep only those of the delegates"
TOO_LONG = "the sheet goes on below its list; delete the empty rows down there"
