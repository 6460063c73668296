"""Text of one file to values: what it says, and where."""
