"""The only exception that a user's words can cause."""


class UsageError(Exception):
    """A wrong command line or an unreadable project: the message is shown, exit code 2."""
