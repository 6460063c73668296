"""What a site is written as, one format per file; `formats.py` is the table of them."""
