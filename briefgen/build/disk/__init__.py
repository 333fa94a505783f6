"""How files come onto a disk: out of sight first, synced, then renamed, under locks on folders."""
