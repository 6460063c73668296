"""Changes that touch nothing but the words of texts, made in the pages as they are."""
