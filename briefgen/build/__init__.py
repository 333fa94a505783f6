"""From an order to the files it asks for."""
