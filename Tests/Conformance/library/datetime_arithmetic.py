"""Adding and comparing moments and spans."""
from datetime import date, datetime, time, timedelta, timezone
import operator

from facts import calls, pairs

spans = [timedelta(), timedelta(1), timedelta(-1, 5), timedelta(hours=25, microseconds=1), timedelta(weeks=1,
    milliseconds=1500), timedelta(days=-0.5)]
days = [date(2024, 2, 29), date(1, 1, 1), date(9999, 12, 31), datetime(2024, 2, 29, 1), datetime(2024, 3, 1,
    tzinfo=timezone.utc)]
operators = [("+", operator.add), ("-", operator.sub), ("<", operator.lt), ("==", operator.eq)]
pairs(operators, spans, spans)
pairs(operators, days, days + spans)
pairs([("*", operator.mul), ("/", operator.truediv), ("//", operator.floordiv), ("%", operator.mod)], spans, [2, 1.5,
    -3, timedelta(hours=7), 0])
for span in spans:
    print(str(span), repr(span), span.total_seconds(), span.days, span.seconds, span.microseconds, abs(span), -span,
        bool(span), hash(span) == hash(+span))
calls(date, (2024, 2, 30), (0, 1, 1), (2024, 13, 1), (2024,), ("a", 1, 1), (10000, 1, 1))
calls(time, (), 5, (23, 59, 59, 999999), 24, (1, 60), (1, 2, 3, 4))
calls(datetime, (2024, 1, 1), (2024, 1, 1, 24), (2024, 1), (2024, 1, 1, 1, 1, 1, 1000000))
calls(timedelta, 1.5, (0, 1e-7), 10 ** 9, 999999999, "a")
calls(timezone, (timedelta(hours=5),), (timedelta(hours=24),), (timedelta(hours=-3, minutes=-30), "N"), 5)
