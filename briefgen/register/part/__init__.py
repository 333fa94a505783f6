"""A part of the register: what documents of one mechanism look at, read without the rest."""
