"""What the register's files may hold: one frozen model an entry."""
