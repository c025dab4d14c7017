"""Texts in memory and over bytes, used at random."""
import io
import random

random.seed(4)
ENDS = [None, "", "\n", "\r", "\r\n"]


def done(stream, operation, *arguments):
    try:
        return getattr(stream, operation)(*arguments)
    except Exception as error:
        return type(error).__name__, str(error)


for trial in range(150):
    text = io.StringIO(random.choice(["", "abc", "a\nbé\nc"]), random.choice(ENDS))
    for operation in range(20):
        kind = random.choice(["write", "write", "seek", "read", "readline", "truncate", "tell"])
        argument = {
            "write": ["x", "y\n", "é\r\n", "", "long text", "\r"], "seek": [*range(12)], "read": [-1, 0, 1, 3, None],
            "readline": [-1, 2, 0, None], "truncate": [None, 3, 8],
        }.get(kind)
        print(kind, repr(done(text, kind, *([random.choice(argument)] if argument else []))), end=" ")
    print(repr(text.getvalue()), repr(text.newlines))
    buffer = io.BytesIO(b"ab\ncd")
    text = io.TextIOWrapper(buffer, "utf-8", newline=random.choice(ENDS))
    for operation in range(14):
        kind = random.choice(["write", "write", "seek", "read", "readline", "tell", "flush"])
        argument = {
            "write": ["x", "y\n", "é\r\n", "", "long text"], "seek": [0, 3], "read": [-1, 0, 1, 3], "readline": [-1, 2, 0],
        }.get(kind)
        given = [random.choice(argument)] if argument else []
        print(kind, repr(done(text, kind, *given)), end=" ")
    print(buffer.getvalue())
