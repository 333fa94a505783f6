"""Documents: frozen views of the register's facts, each made for one reader; no markup."""
