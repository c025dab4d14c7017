"""The methods of int."""
from facts import calls, each

values = [0, 1, -1, 255, -256, 2 ** 70, True]
each("bit_length", values, ())
each("bit_count", values, ())
each("to_bytes", values, (2, "big"), (2, "little"), (12, "big"), (1,), (-1, "big"))
each("to_bytes", values, (10, "big"), signed=True)
each("as_integer_ratio", values, ())
each("conjugate", values, ())
for value in values:
    print(value.numerator, value.denominator, value.real, value.imag, hash(value), value.__index__(),
        value.__trunc__())
calls(int.from_bytes, (b"\x01\x00", "big"), (b"\xff\x00", "little"), (b"", "big"), ([1, 2], "big"), (b"a", "x"))
calls(int.from_bytes, (b"\xff\xfe", "big"), (b"\x80", "little"), signed=True)
