"""Dialects, and rows as dicts. The rows themselves are read and written natively."""
import io as _io

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = range(4)
__version__ = "1.0"
_NAMES = ("delimiter", "quotechar", "escapechar", "doublequote", "skipinitialspace", "lineterminator", "quoting",
          "strict")
_DEFAULTS = {"delimiter": ",", "quotechar": '"', "escapechar": None, "doublequote": True, "skipinitialspace": False,
             "lineterminator": "\r\n", "quoting": QUOTE_MINIMAL, "strict": False}


class _Checked:
    """The fields of a dialect after checking: what the attribute `dialect` of readers and writers shows."""

    def __init__(self, values):
        for name, value in zip(_NAMES, values):
            setattr(self, name, value)
        self._rules = values


def _check(dialect, given):
    base = get_dialect(dialect) if isinstance(dialect, str) else dialect
    for name in given:
        if name not in _NAMES:
            raise TypeError("'%s' is an invalid keyword argument for this function" % name)
    values = {}
    for name in _NAMES:
        if name in given:
            values[name] = given[name]
        else:
            value = getattr(base, name, _DEFAULTS[name])
            values[name] = value
    for name in ("delimiter", "escapechar", "quotechar"):
        value = values[name]
        if name == "quotechar" and name not in given and not hasattr(base, name) or value is None \
                and name != "delimiter":
            continue
        if not isinstance(value, str):
            raise TypeError('"%s" must be string%s, not %s' % (name, "" if name == "delimiter" else " or None",
                                                              type(value).__name__))
        if len(value) != 1:
            raise TypeError('"%s" must be a 1-character string' % name)
    if not isinstance(values["lineterminator"], str):
        raise TypeError('"lineterminator" must be a string')
    quoting = values["quoting"]
    if not isinstance(quoting, int):
        raise TypeError('"quoting" must be an integer')
    if not 0 <= quoting <= 3:
        raise TypeError('bad "quoting" value')
    if "quotechar" in given and values["quotechar"] is None and "quoting" not in given:
        quoting = values["quoting"] = QUOTE_NONE
    if quoting != QUOTE_NONE and values["quotechar"] is None:
        raise TypeError("quotechar must be set if quoting enabled")
    for name in ("doublequote", "skipinitialspace", "strict"):
        values[name] = bool(values[name])
    return _Checked(tuple(values[name] for name in _NAMES))


class Dialect:
    _name = ""
    _valid = False
    delimiter = None
    quotechar = None
    escapechar = None
    doublequote = None
    skipinitialspace = None
    lineterminator = None
    quoting = None

    def __init__(self):
        if self.__class__ != Dialect:
            self._valid = True
        try:
            _check(self, {})
        except TypeError as error:
            raise Error(str(error))


class excel(Dialect):
    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = "\r\n"
    quoting = QUOTE_MINIMAL


class excel_tab(excel):
    delimiter = "\t"


class unix_dialect(Dialect):
    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = "\n"
    quoting = QUOTE_ALL


_dialects = {}


def register_dialect(name, dialect=None, **fmtparams):
    if not isinstance(name, str):
        raise TypeError("dialect name must be a string")
    _dialects[name] = _check(dialect, fmtparams)


def unregister_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    del _dialects[name]


def get_dialect(name):
    try:
        return _dialects[name]
    except KeyError:
        raise Error("unknown dialect") from None


def list_dialects():
    return list(_dialects)


register_dialect("excel", excel)
register_dialect("excel-tab", excel_tab)
register_dialect("unix", unix_dialect)


def reader(csvfile, dialect="excel", **fmtparams):
    checked = _check(dialect, fmtparams)
    return _make_reader(csvfile, checked, checked._rules)


class _Writer:
    def __init__(self, csvfile, dialect):
        if not hasattr(csvfile, "write"):
            raise TypeError('argument 1 must have a "write" method')
        self._write = csvfile.write
        self.dialect = dialect
        self._rules = dialect._rules

    def writerow(self, row, /):
        return self._write(_format_row(row, self._rules))

    def writerows(self, rows, /):
        for row in rows:
            self._write(_format_row(row, self._rules))


def writer(csvfile, dialect="excel", **fmtparams):
    return _Writer(csvfile, _check(dialect, fmtparams))


class DictReader:
    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self._fieldnames = fieldnames
        self.restkey = restkey
        self.restval = restval
        self.reader = reader(f, dialect, *args, **kwds)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            try:
                self._fieldnames = next(self.reader)
            except StopIteration:
                pass
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __next__(self):
        if self.line_num == 0:
            self.fieldnames
        row = next(self.reader)
        self.line_num = self.reader.line_num
        while row == []:
            row = next(self.reader)
        names = self.fieldnames
        result = dict(zip(names, row))
        if len(names) < len(row):
            result[self.restkey] = row[len(names):]
        else:
            for name in names[len(row):]:
                result[name] = self.restval
        return result


class DictWriter:
    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args, **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self.fieldnames = fieldnames
        self.restval = restval
        extrasaction = extrasaction.lower()
        if extrasaction not in ("raise", "ignore"):
            raise ValueError("extrasaction (%s) must be 'raise' or 'ignore'" % extrasaction)
        self.extrasaction = extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _values(self, row):
        if self.extrasaction == "raise":
            wrong = row.keys() - self.fieldnames
            if wrong:
                raise ValueError("dict contains fields not in fieldnames: " + ", ".join([repr(x) for x in wrong]))
        return [row.get(name, self.restval) for name in self.fieldnames]

    def writerow(self, rowdict):
        return self.writer.writerow(self._values(rowdict))

    def writerows(self, rowdicts):
        return self.writer.writerows(map(self._values, rowdicts))


class Sniffer:
    def __init__(self):
        raise RuntimeError("csv.Sniffer is refused: it guesses; say the delimiter with csv.reader(file, delimiter=...)")
