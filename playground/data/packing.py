"""A small table as text in a link: compressed, in the letters that an address may have."""

import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error

LONGEST_PACKED = 3500
"""Characters in a link."""
LONGEST_TEXT = 200_000
"""Characters of a table that is unpacked: a link may claim anything."""


def pack(text: str) -> str | None:
    """The text as it stands in a link; None if that is too long."""
    if len(text) > LONGEST_TEXT:
        return None
    packed = urlsafe_b64encode(zlib.compress(text.encode("utf-8", "replace"), 9)).decode().rstrip("=")
    return packed if len(packed) <= LONGEST_PACKED else None


def unpack(packed: str) -> str | None:
    """The text that was packed; None for what is no packed text."""
    if len(packed) > LONGEST_PACKED:
        return None
    try:
        compressed = urlsafe_b64decode(packed.encode("ascii") + b"=" * (-len(packed) % 4))
        inflating = zlib.decompressobj()
        text = inflating.decompress(compressed, LONGEST_TEXT)
        return text.decode("utf-8") if inflating.eof else None
    except (Error, ValueError, zlib.error):
        return None
