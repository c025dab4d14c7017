"""str.format with fields, attributes and indexes."""
from facts import calls


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __format__(self, spec):
        return "<%s,%s|%s>" % (self.x, self.y, spec)

    def __str__(self):
        return "P"

    def __repr__(self):
        return "Point()"


point = Point(1, [2, {"k": 3}])
for form in ["{}", "{0.x}", "{0.y[0]}", "{0.y[1][k]}", "{!s}", "{!r:>10}", "{!a}", "{:abc}", "{0:{1}}", "{0.z}",
    "{0.y[9]}",
             "{a}", "{0}{}", "{}{0}", "{{{}}}", "{:{}>{}}", "{0!x}", "{0", "0}", "{0!}", "{:}", "{0[a]}", "{ 0}", "{0.}"]:
    calls(form.format, (point, "5", 7))
for form in ["{a} {b}", "{a:>{b}}", "{a[0]}", "{b:{a}}", "{c}"]:
    for table in ({"a": "x", "b": 5}, {"a": [1], "b": 2}, {}):
        calls(form.format_map, table)
