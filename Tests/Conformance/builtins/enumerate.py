"""The built-in enumerate."""
from facts import calls

calls(enumerate, 5, (None,))
