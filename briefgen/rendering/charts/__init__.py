"""Charts drawn from facts, as PNG data that a page can hold; matplotlib loads when one is drawn."""
