"""Delegates from a spreadsheet into the register."""
