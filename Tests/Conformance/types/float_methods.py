"""The methods of float."""
from facts import calls, each

values = [0.0, -0.0, 1.0, -1.5, 0.1, 1e300, 5e-324, float("inf"), float("-inf")]
for name in ("is_integer", "as_integer_ratio", "hex", "conjugate", "__trunc__", "__floor__", "__ceil__", "__round__",
    "__int__", "__hash__"):
    each(name, values, ())
each("__round__", values, 0, 1, -1, 400, -400)
calls(float.fromhex, "0x1p0", "-0x1.8p1", "0x.1", "inf", "nan", "1", "0x1p-1074", "g", "", "1.8",
    "0x1.fffffffffffff8p0")
calls(float, (), "1.5", " 1.5 ", "1e5", "-1E-5", "inf", "-Infinity", "NaN", "1_0.5", "1__0", ".5", "5.", ".", "",
    "e5", "0x1",
      b"1.5", None, [], 10 ** 400, True, 10 ** 22, "1e400", "-1e-400", "+.5e+3", "infinit", "1 2")
calls(repr, 1e15, 1e16, 123456789012345680.0, 0.0001, 0.00001, 1e21, 1.1, 100.0, 2 / 3, 1e22, 9007199254740993.0,
    4.35, 1 / 3 * 3)
calls(round, 2.5, 3.5, -2.5, 0.5, 1.5, (2.675, 2), (1234.5678, -2), (0.1, 20), (5, -1), (15, -1), (25, -1), (1e300,
    2), "a",
      (1.5, "a"), float("nan"), float("inf"), (2.5, None), (1.05, 1), (10 ** 20 + 5, -1), (-0.4,), (True, 0))
