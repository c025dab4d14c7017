"""str.maketrans."""
from facts import calls, each

calls(str.maketrans, ({"a": 1},), ({97: "b"},), ("ab", "xy"), ("ab", "xy", "z"), ({"ab": 1},), ("ab", "x"), (1,),
    ("a", 2), ())
each("translate", ["abcabc", "xyz", ""], str.maketrans("ab", "xy"), str.maketrans("ab", "xy", "c"),
    str.maketrans({"a": "long", "b": None}))
