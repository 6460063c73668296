"""A project that is built again whenever a file changes, and shown to its author in a browser."""
