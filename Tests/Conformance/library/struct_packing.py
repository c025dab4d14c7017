"""struct: packing and unpacking each format."""
import struct

from facts import calls

for form in ("b", "B", "h", "H", "i", "I", "l", "L", "q", "Q", "n", "?"):
    calls(struct.pack, *[("<" + form if form != "n" else form, value) for value in (0, 1, -1, 127, 255, 65535,
        2 ** 31, 2 ** 63, "a", 1.5)])
for form in ("<f", ">d", "<e", "d"):
    calls(struct.pack, *[(form, value) for value in (0, 1.5, -2.25, 1e30, float("inf"), "a")])
calls(struct.pack, ("3s", b"ab"), ("3s", b"abcd"), ("5p", b"abc"), ("c", b"x"), ("c", b"xy"), ("2h", 1, 2), ("2h", 1),
    ("x",), ("bxh", 1, 2), ("z", 1))
calls(struct.unpack, ("<h", b"\x01\x02"), (">h", b"\x01\x02"), ("<h", b"\x01"), ("3s", b"abc"), ("<2b", b"\xff\x01"),
    ("<d", b"\0" * 8), ("4p", b"\x02abc"))
calls(struct.calcsize, "", "b", "bh", "<bh", "bq", "3s", "10x", "z", "2i3h", "=l", "@l", "!q")
print(struct.unpack_from("<h", b"abcdef", 2), list(struct.iter_unpack("<h", b"abcd")), struct.Struct("<hb").size,
    struct.Struct("<hb").pack(1, 2))
