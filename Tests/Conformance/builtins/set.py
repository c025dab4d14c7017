"""The built-in set."""
from facts import calls

calls(set, 5, (None,), ([[]],), ([{}],), (1, 2))
