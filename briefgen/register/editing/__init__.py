"""Additions to the register's files that leave everything else as it is."""
