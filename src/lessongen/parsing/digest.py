"""Digests of what was read."""

try:
    # The same function without hashlib's OpenSSL, which takes 3 ms to load.
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

__all__ = ("blake2b", "digest_of")


def digest_of(*values: object) -> str:
    """The digest of values made of texts, numbers, None and tuples."""
    return blake2b(repr(values).encode("utf-8", "replace"), digest_size=16).hexdigest()
