from time import monotonic as current_time

_Default = object()


class Timeout:
    """Times for connecting and for reading, as `timeout=` takes them."""

    DEFAULT_TIMEOUT = _Default

    def __init__(self, total=None, connect=_Default, read=_Default):
        self.total = self._checked(total, "total")
        self._connect = self._checked(connect, "connect")
        self._read = self._checked(read, "read")

    @staticmethod
    def _checked(value, name):
        if value is None or value is _Default:
            return value
        if isinstance(value, bool):
            raise ValueError("Timeout cannot be a boolean value. It must be an int, float or None.")
        try:
            float(value)
        except (TypeError, ValueError):
            raise ValueError("Timeout value %s was %s, but it must be an int, float or None." % (name, value)) from None
        if value <= 0:
            raise ValueError(
                "Attempted to set %s timeout to %s, but the timeout cannot be set to a value less than or equal to 0."
                % (name, value))
        return value

    def __repr__(self):
        shown = [None if item is _Default else item for item in (self._connect, self._read)]
        return "Timeout(connect=%r, read=%r, total=%r)" % (shown[0], shown[1], self.total)

    @classmethod
    def from_float(cls, timeout):
        return cls(read=timeout, connect=timeout)

    @property
    def connect_timeout(self):
        connect = None if self._connect is _Default else self._connect
        if self.total is None:
            return connect
        return self.total if connect is None else min(connect, self.total)

    @property
    def read_timeout(self):
        read = None if self._read is _Default else self._read
        if self.total is None:
            return read
        return self.total if read is None else min(read, self.total)
