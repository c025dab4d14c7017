"""Reading JSON; `scanstring` reads one string."""
from json import JSONDecodeError, JSONDecoder

__all__ = ["JSONDecoder", "JSONDecodeError"]
NaN, PosInf, NegInf = float("nan"), float("inf"), float("-inf")
_lenient, _strict = JSONDecoder(strict=False), JSONDecoder()


def scanstring(s, end, strict=True, /):
    """The string that begins at the quote before `end`, and where it ends."""
    if not isinstance(s, str):
        raise TypeError(f"first argument must be a string, not {type(s).__name__}")
    if not 0 <= end - 1 < len(s):
        raise ValueError("end is out of bounds")
    return (_strict if strict else _lenient).raw_decode(f'{s[:end - 1]}"{s[end:]}', end - 1)


py_scanstring = c_scanstring = scanstring
