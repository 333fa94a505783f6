"""briefgen writes meeting documents from a register kept in plain YAML."""
