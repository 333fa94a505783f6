"""Spreadsheets of delegates: read safely, every cell with its place."""
