"""How large an image is."""

_SUFFIXES = (
    ".avif",
    ".bmp",
    ".gif",
    ".heic",
    ".jp2",
    ".jpeg",
    ".jpg",
    ".png",
    ".svg",
    ".tif",
    ".tiff",
    ".webp",
)


def is_image(path: str) -> bool:
    """Whether the name says that it is an image.

    >>> is_image("content/photo.JPG"), is_image("content/notes.pdf")
    (True, False)
    """
    return path.lower().endswith(_SUFFIXES)


def measure(path: str) -> tuple[int, int]:
    """Width and height in pixels, as a browser shows it; (0, 0) if nobody can tell."""
    import imagesize  # type: ignore[import-untyped]  # takes 20 ms to load

    try:
        width, height = imagesize.get(path)
    except Exception:  # noqa: BLE001 a damaged image may break its parser in any way
        return (0, 0)
    return (max(int(width), 0), max(int(height), 0))
