"""Scanners, and templates."""
import re

s = re.Scanner([(r"[a-zA-Z_]\w*", lambda s, t: ("name", t, s.match.span())), (r"\d+\.\d*", lambda s, t: float(t)),
                (r"\d+", lambda s, t: int(t)), (r"=|\+|-|\*|/", "sign"), (r"\s+", None)])
for text in ("sum = 3*foo + 312.50+bar", "", "a ? b", "   ", "12.a"):
    print(s.scan(text))
print(re.Scanner([("x*", "x"), ("y", "y")]).scan("xxyx"))
