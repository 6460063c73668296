"""Social cards: the words of a page become a picture that other services show beside a link."""
