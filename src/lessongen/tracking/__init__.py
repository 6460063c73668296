"""How every translation stands: a project's documents and records become reports."""
