"""A secretariat's letterhead: a Word file whose header and footer stand on the document's pages."""
