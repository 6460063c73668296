"""lessongen: Markdown lessons in two or more languages become one cross-linked site."""

__version__ = "0.1.0"
