def proper_round(val, digits=0):
    """Rounds halves up, as far as a float tells."""
    number = float(val)
    return round(number + 10 ** (-len(str(number)) - 1), digits)
