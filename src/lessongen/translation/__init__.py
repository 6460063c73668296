"""A source document, its translation and the record become the state of every unit. Pure."""
