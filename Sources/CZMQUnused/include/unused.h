// Nothing to call: see unused.c.
