"""Tables as texts, in tabulate's most used formats."""
import re

from _refusals import refuser as _refuser

_FORMATS = {
    # The lines above, below the headers, between rows, below; the parts of a row: begin, between, end; padding.
    "plain": (None, None, None, None, ("", "  ", ""), 0),
    "simple": (None, ("", "-", "  ", ""), None, None, ("", "  ", ""), 0),
    "github": (None, ("|", "-", "|", "|"), None, None, ("|", "|", "|"), 1),
    "pipe": (None, "pipe", None, None, ("|", "|", "|"), 1),
    "grid": (("+", "-", "+", "+"), ("+", "=", "+", "+"), ("+", "-", "+", "+"), ("+", "-", "+", "+"), ("|", "|", "|"), 1),
    "psql": (("+", "-", "+", "+"), ("|", "-", "+", "|"), None, ("+", "-", "+", "+"), ("|", "|", "|"), 1),
    "pretty": (("+", "-", "+", "+"), ("+", "-", "+", "+"), None, ("+", "-", "+", "+"), ("|", "|", "|"), 1),
    "presto": (None, ("", "-", "+", ""), None, None, ("", "|", ""), 1),
    "outline": (("+", "-", "+", "+"), ("+", "=", "+", "+"), None, ("+", "-", "+", "+"), ("|", "|", "|"), 1),
    "orgtbl": (None, ("|", "-", "+", "|"), None, None, ("|", "|", "|"), 1),
    "rst": (("", "=", "  ", ""), ("", "=", "  ", ""), None, ("", "=", "  ", ""), ("", "  ", ""), 0),
    "tsv": (None, None, None, None, ("", "\t", ""), 0),
}
# Tables in frames of one kind: the signs of the lines above, below the headers, between rows and below, and of the sides.
for _name, _signs in {
    "simple": "┌─┬┐├─┼┤├─┼┤└─┴┘│", "rounded": "╭─┬╮├─┼┤├─┼┤╰─┴╯│", "heavy": "┏━┳┓┣━╋┫┣━╋┫┗━┻┛┃",
    "mixed": "┍━┯┑┝━┿┥├─┼┤┕━┷┙│", "double": "╔═╦╗╠═╬╣╠═╬╣╚═╩╝║", "fancy": "╒═╤╕╞═╪╡├─┼┤╘═╧╛│",
}.items():
    _lines = [tuple(_signs[_place:_place + 4]) for _place in range(0, 16, 4)]
    _FORMATS[_name + "_grid"] = (*_lines, (_signs[16],) * 3, 1)
    _FORMATS[_name + "_outline"] = (_lines[0], _lines[1], None, _lines[3], (_signs[16],) * 3, 1)
tabulate_formats = sorted(_FORMATS)
_INT = re.compile(r"[+-]?\d+$")
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(\.\d*)?$")


def _kind(value, parses):
    if value is None or value == "":
        return 0
    if not parses or isinstance(value, bool):
        return 3
    if isinstance(value, int):
        return 1
    if isinstance(value, float):
        return 2
    if isinstance(value, str):
        if _INT.match(value.strip()):
            return 1
        grouped = _GROUPED.match(value.strip())
        if grouped:
            return 2 if grouped.group(1) is not None else 1
        try:
            float(value)
        except ValueError:
            return 3
        return 2
    return 3


def _columns(data, headers, showindex):
    """Rows and headers out of any of the shapes that tabulate takes."""
    names = None
    if hasattr(data, "keys") and hasattr(data, "values"):
        names = [str(key) for key in data.keys()]
        values = [list(column) for column in data.values()]
        count = max((len(column) for column in values), default=0)
        rows = [[column[place] if place < len(column) else None for column in values] for place in range(count)]
    else:
        rows = list(data)
        if rows and hasattr(rows[0], "_fields"):
            names = list(rows[0]._fields)
        if rows and isinstance(rows[0], dict):
            keys = []
            for row in rows:
                keys += [key for key in row if key not in keys]
            if isinstance(headers, dict):
                keys = [key for key in keys if key in headers] or keys
                names = [str(headers.get(key, key)) for key in keys]
                headers = "keys"
            elif isinstance(headers, (list, tuple)) and headers:
                names = None
            else:
                names = [str(key) for key in keys]
            rows = [[row.get(key) for key in keys] for row in rows]
            if headers in ((), [], ""):
                headers = ()
        else:
            rows = [list(row) for row in rows]
    if headers == "keys":
        headers = names if names is not None else [str(place) for place in range(len(rows[0]) if rows else 0)]
    elif headers == "firstrow":
        headers = [str(item) for item in rows[0]] if rows else []
        rows = rows[1:]
    headers = [str(item) for item in headers]
    if showindex is True or showindex == "always":
        rows = [[place] + row for place, row in enumerate(rows)]
        headers = [""] + headers if headers else headers
    elif hasattr(showindex, "__iter__") and not isinstance(showindex, str):
        index = list(showindex)
        if len(index) != len(rows):
            raise ValueError("index must be as long as the number of data rows: len(index)=%d len(rows)=%d" % (
                len(index), len(rows)))
        rows = [[name] + row for name, row in zip(index, rows)]
        headers = [""] + headers if headers else headers
    width = max([len(row) for row in rows] + [len(headers)], default=0)
    if len(headers) < width and headers:
        headers = [""] * (width - len(headers)) + headers
    return [row + [None] * (width - len(row)) for row in rows], headers, width


def _aligned(texts, align, width):
    if align == "decimal":
        after = [_places(text) for text in texts]
        most = max(after, default=-1)
        texts = [text + " " * (most - places) for text, places in zip(texts, after)]
        align = "right"
    else:
        texts = [text.strip() for text in texts]
    wide = max([width] + [len(text) for text in texts])
    if align == "right":
        return [text.rjust(wide) for text in texts], wide
    if align == "center":
        return [_centered(text, wide) for text in texts], wide
    return [text.ljust(wide) for text in texts], wide


def _places(text):
    """How many characters stand behind the point of a number; -1 where there is none."""
    if not (_is_number(text) or _GROUPED.match(text)):
        return -1
    if _INT.match(text):
        return -1
    place = text.rfind(".")
    place = text.lower().rfind("e") if place < 0 else place
    return len(text) - place - 1 if place >= 0 else -1


def _by_column(formats, place, usual):
    """What is given for all columns, or for this one."""
    if isinstance(formats, str):
        return formats
    formats = list(formats)
    return formats[place] if place < len(formats) and formats[place] else usual


def _centered(text, width):
    left = (width - len(text)) // 2
    return " " * left + text + " " * (width - len(text) - left)


def _decimal(value, spec):
    return format(float(value.replace(",", "") if isinstance(value, str) else value), spec)


def _is_number(text):
    try:
        float(text)
    except ValueError:
        return False
    return True


def tabulate(tabular_data, headers=(), tablefmt="simple", floatfmt="g", intfmt="", numalign="default", stralign="default",
             missingval="", showindex="default", disable_numparse=False, colalign=None, **options):
    for name, value in options.items():
        if value:
            raise NotImplementedError("%s= is not supported by Katydid's tabulate" % name)
    if tablefmt not in _FORMATS:
        raise NotImplementedError("Katydid's tabulate has no format %r: there are %s" % (tablefmt, ", ".join(tabulate_formats)))
    above, below_headers, between, below, (begin, sep, end), pad = _FORMATS[tablefmt]
    if tablefmt == "pretty":
        disable_numparse = True
        numalign = "center" if numalign == "default" else numalign
        stralign = "center" if stralign == "default" else stralign
    rows, headers, count = _columns(tabular_data, headers, showindex)
    if count == 0:
        return ""
    parses = not disable_numparse
    least = 2 if tablefmt != "pretty" else 0
    columns, widths, aligns = [], [], []
    for place in range(count):
        values = [row[place] for row in rows]
        kind = max((_kind(value, parses) for value in values), default=0)
        texts = []
        for value in values:
            if value is None:
                texts.append(str(missingval))
            elif kind == 2 and tablefmt != "pretty" and value != "":
                texts.append(_decimal(value, _by_column(floatfmt, place, "g")))
            elif kind == 1 and isinstance(value, int) and _by_column(intfmt, place, ""):
                texts.append(format(value, _by_column(intfmt, place, "")))
            else:
                texts.append(value.decode("ascii") if isinstance(value, bytes) else str(value))
        if colalign and place < len(colalign):
            align = colalign[place]
        elif kind in (1, 2) and tablefmt != "pretty":
            align = "decimal" if numalign == "default" else numalign
        else:
            align = "left" if stralign == "default" else stralign
        header = headers[place] if headers else ""
        texts, wide = _aligned(texts, align or "left", len(header) + least if headers else 0)
        columns.append(texts)
        widths.append(wide)
        aligns.append("right" if align == "decimal" else align or "left")
    if headers:
        shown = [_aligned([header], align if tablefmt != "pretty" else "center", width)[0][0]
                 for header, align, width in zip(headers, aligns, widths)]
    space = " " * pad

    def line(parts):
        if parts is None:
            return None
        if parts == "pipe":
            cells = []
            for width, align in zip(widths, aligns):
                total = width + 2 * pad
                cells.append(":" + "-" * (total - 1) if align == "left" else "-" * (total - 1) + ":" if align == "right"
                             else ":" + "-" * (total - 2) + ":")
            return "|" + "|".join(cells) + "|"
        first, fill, joint, last = parts
        return first + joint.join(fill * (width + 2 * pad) for width in widths) + last

    def row(cells):
        return (begin + sep.join(space + cell + space for cell in cells) + end).rstrip()

    lines = []
    if above is not None:
        lines.append(line(above))
    if headers:
        lines.append(row(shown))
        if below_headers is not None:
            lines.append(line(below_headers))
    elif tablefmt in ("simple", "github", "pipe") and below_headers is not None:
        lines.append(line(below_headers))
    for place in range(len(rows)):
        if place and between is not None:
            lines.append(line(between))
        lines.append(row([column[place] for column in columns]))
    if below is not None:
        lines.append(line(below))
    elif tablefmt == "simple" and not headers:
        lines.append(line(below_headers))
    return "\n".join(lines)


__getattr__ = _refuser(__name__)
