"""What the register's files say of one another: checked once each file is right by itself."""
