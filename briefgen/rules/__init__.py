"""What follows from the register on a given day: pure functions of a register and a date."""
