"""namedtuple."""
from collections import namedtuple

from facts import calls

calls(namedtuple, ("P", "x y z 1"), ("P", "x x"), ("P", "_x"), ("P", "class"), ("1P", "x"), ("P", 5))
Point = namedtuple("Point", "x y", defaults=[0])
calls(Point, (), 1, (1, 2), (1, 2, 3))
calls(Point._make, ([1, 2],), ([1],), 5)
point = Point(3, y=4)
print(point, point._fields, point._asdict(), point._replace(x=9), Point._field_defaults, point == (3, 4), point[0],
    *point, hash(point) == hash((3, 4)))
for action in (lambda: point._replace(z=1), lambda: Point(x=1, z=2), lambda: point.q, lambda: Point(1, x=2)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
print(namedtuple("R", "a class b a", rename=True)._fields, Point.__doc__, Point.x.__doc__, Point.__mro__[1],
    isinstance(point, tuple))


class Sub(Point):
    __slots__ = ()

    def length(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5


print(Sub(3, 4).length(), Sub(1, 2), Sub(1, 2)._replace(x=5))
