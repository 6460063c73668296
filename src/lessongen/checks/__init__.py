"""What is questionable, one rule per file, in three tables: the order of each is the only one.

Rules that look at one document are in `documents/`, those that need the whole site in `site/`,
those that lay a translation beside its source in `pairs/`; whoever needs a table loads that one.
"""
