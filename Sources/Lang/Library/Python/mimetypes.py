"""Which kind of content a file has, by the end of its name."""

__all__ = ["guess_type", "guess_extension", "guess_all_extensions", "add_type", "init"]

# The kinds that IANA lists, each with the endings of its files; the first is the usual one.
_TABLE = """
text/plain txt bat c h ksh pl|text/html html htm|text/css css|text/csv csv|text/xml xml|text/richtext rtx
text/tab-separated-values tsv|text/x-python py|text/x-vcard vcf|text/x-sgml sgm sgml|text/x-setext etx
application/javascript js mjs|application/json json|application/manifest+json webmanifest|application/pdf pdf
application/zip zip|application/gzip gz|application/x-tar tar|application/wasm wasm|application/msword doc dot wiz
application/vnd.ms-excel xls xlb|application/vnd.ms-powerpoint ppt pot ppa pps pwz|application/postscript ps ai eps
application/octet-stream bin a dll exe o obj so|application/x-sh sh|application/x-csh csh|application/x-latex latex
application/x-tex tex|application/x-tcl tcl|application/x-shockwave-flash swf|application/x-python-code pyc pyo
application/xml rdf wsdl xpdl xsl|application/vnd.apple.mpegurl m3u m3u8|application/pkcs7-mime p7c
application/x-pkcs12 p12 pfx|application/x-bcpio bcpio|application/x-cpio cpio|application/x-dvi dvi
image/png png|image/jpeg jpg jpe jpeg|image/gif gif|image/svg+xml svg|image/bmp bmp|image/tiff tiff tif
image/vnd.microsoft.icon ico|image/avif avif|image/heic heic|image/heif heif|image/ief ief|image/x-portable-bitmap pbm
image/x-portable-pixmap ppm|image/x-portable-graymap pgm|image/x-xbitmap xbm|image/x-xpixmap xpm|image/x-rgb rgb
audio/mpeg mp3 mp2|audio/x-wav wav|audio/basic au snd|audio/x-aiff aif aifc aiff|audio/aac aac adts loas ass
audio/opus opus|audio/3gpp 3gp 3gpp|audio/3gpp2 3g2 3gpp2|video/mp4 mp4|video/mpeg mpeg m1v mpa mpe mpg
video/webm webm|image/webp webp|
OOXML.wordprocessingml.document docx|OOXML.spreadsheetml.sheet xlsx|OOXML.presentationml.presentation pptx|video/quicktime mov qt|video/x-msvideo avi|video/x-sgi-movie movie|message/rfc822 eml mht mhtml nws
"""

types_map = {}
suffix_map = {".svgz": ".svg.gz", ".tgz": ".tar.gz", ".taz": ".tar.gz", ".tz": ".tar.gz", ".tbz2": ".tar.bz2",
              ".txz": ".tar.xz"}
encodings_map = {".gz": "gzip", ".Z": "compress", ".bz2": "bzip2", ".xz": "xz", ".br": "br"}
common_types = {".rtf": "application/rtf", ".jpg": "image/jpg", ".mid": "audio/midi", ".midi": "audio/midi",
                ".pct": "image/pict", ".pic": "image/pict", ".pict": "image/pict", ".webp": "image/webp",
                ".xul": "text/xul"}
inited = True

for _entry in _TABLE.replace("\n", "|").split("|"):
    for _ending in _entry.split()[1:]:
        _kind = _entry.split()[0].replace("OOXML", "application/vnd.openxmlformats-officedocument")
        types_map.setdefault("." + _ending, _kind)
# These are compressions of other files.
del types_map[".gz"]


def init(files=None):
    pass


def _ending(path):
    at = path.rfind(".")
    name = path.rfind("/") + 1
    # Dots at the beginning of a name begin no ending.
    return (path[:at], path[at:]) if at > name and path[name:at].strip(".") else (path, "")


def guess_type(url, strict=True):
    url = url.__fspath__() if hasattr(url, "__fspath__") else url
    scheme, colon, rest = url.partition(":")
    if colon and scheme.lower() == "data":
        comma = rest.find(",")
        if comma < 0:
            return None, None
        kind = rest[:comma].split(";")[0]
        return (kind if "=" not in kind and "/" in kind else "text/plain"), None
    if colon and scheme and "/" not in scheme:
        # What follows the path of an address is no part of the name.
        url = rest
    base, ending = _ending(url)
    while ending.lower() in suffix_map:
        base, ending = _ending(base + suffix_map[ending.lower()])
    encoding = encodings_map.get(ending)
    if encoding:
        base, ending = _ending(base)
    kind = types_map.get(ending.lower())
    if kind is None and not strict:
        kind = common_types.get(ending.lower())
    return kind, encoding


def guess_all_extensions(type, strict=True):
    tables = [types_map] if strict else [types_map, common_types]
    return [ending for table in tables for ending, kind in table.items() if kind == type.lower()]


def guess_extension(type, strict=True):
    return next(iter(guess_all_extensions(type, strict)), None)


def add_type(type, ext, strict=True):
    (types_map if strict else common_types)[ext] = type
