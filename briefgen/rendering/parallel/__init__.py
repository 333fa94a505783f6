"""Two pages of one document in two languages, merged into one page, block by block."""
