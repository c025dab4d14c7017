class weekday:
    """A day of the week, as the n-th one of a month or after a date."""

    def __init__(self, number, n=None):
        if n == 0:
            raise ValueError("Can't create weekday with n==0")
        self.weekday = number
        self.n = n

    def __call__(self, n):
        return self if n == self.n else weekday(self.weekday, n)

    def __eq__(self, other):
        return self.weekday == getattr(other, "weekday", None) and self.n == getattr(other, "n", None)

    def __hash__(self):
        return hash((self.weekday, self.n))

    def __ne__(self, other):
        return not self == other

    def __repr__(self):
        name = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")[self.weekday]
        return name if not self.n else "%s(%+d)" % (name, self.n)


MO, TU, WE, TH, FR, SA, SU = weekdays = tuple(weekday(number) for number in range(7))


def days_in(year, month):
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31
