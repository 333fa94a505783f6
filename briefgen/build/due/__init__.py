"""Everything that is due: planned, made where it changed, by many processes, and told."""
