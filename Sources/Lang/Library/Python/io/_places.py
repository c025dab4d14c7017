"""Places in texts that are decoded, as numbers: read when one is asked for."""

__name__ = "io"

_PART = (1 << 32) - 1


def packed(position, flags=0, count=0, skipped=0, at_end=0):
    return position | flags << 64 | count << 96 | skipped << 128 | bool(at_end) << 160


def unpacked(cookie):
    return cookie & (1 << 64) - 1, *[cookie >> shift & _PART for shift in (64, 96, 128, 160)]


def told(decoder, position, snapshot, at):
    """The place of a character: that of the bytes decoded last, which end at a position, and how many are before it."""
    flags, data, before = snapshot
    position -= len(data)
    # Texts that were decoded before are taken first.
    skipped = at - before
    if skipped <= 0:
        return packed(position, flags) if skipped == 0 else position
    saved = decoder.getstate()
    try:
        decoder.setstate((b"", flags))
        place = _plain(decoder, data, position, skipped)
        return _searched(decoder, data, position, flags, skipped) if place is None else place
    finally:
        decoder.setstate(saved)


def _plain(decoder, data, position, skipped):
    """The place in UTF-8 without carriage returns, which characters tell by themselves."""
    if type(getattr(decoder, "decoder", decoder)).__name__ != "_Utf8Decoder" or b"\r" in data:
        return None
    if decoder.getstate()[1]:
        return None
    try:
        return position + len(data.decode("utf-8", "ignore")[:skipped].encode()) if data.decode() else None
    except UnicodeDecodeError:
        return None


def _searched(decoder, data, position, flags, skipped):
    """Decodes byte by byte, and notes where nothing is half read."""
    start_flags, start, left, done = flags, 0, skipped, 0
    decoded = 0
    for index in range(len(data)):
        decoded += len(decoder.decode(data[index:index + 1]))
        kept, now = decoder.getstate()
        if not kept and decoded <= skipped:
            start, start_flags, done = index + 1, now, decoded
        if decoded >= skipped:
            count = index + 1 - start
            break
    else:
        decoded += len(decoder.decode(b"", True))
        if decoded < skipped:
            raise OSError("can't reconstruct logical file position")
        return packed(position + start, start_flags, len(data) - start, skipped - done, 1)
    left = skipped - done
    return packed(position + start, start_flags, count, left) if left else packed(position + start, start_flags)
