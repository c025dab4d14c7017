"""shlex: splitting and quoting."""
import shlex

from facts import calls

calls(shlex.split, "a b 'c d' \"e f\"", "a\\ b", 'x="1 2"y', "''", "a#b", "", " ", "'a", '"a', "a\\", '"a\\"b"',
    "'a'b\"c\"")
calls(shlex.quote, "a b", "ab", "it's", "", "a$b", "x=y", "é")
calls(shlex.join, (["a", "b c"],), ([],), (["'"],))
