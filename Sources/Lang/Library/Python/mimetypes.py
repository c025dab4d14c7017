"""Which kind of content a file has, by the end of its name."""
import os as _os
import re as _re
from os.path import splitext as _splitext

__all__ = ["knownfiles", "inited", "MimeTypes", "guess_type", "guess_all_extensions", "guess_extension", "add_type",
           "init", "read_mime_types", "suffix_map", "encodings_map", "types_map", "common_types"]

knownfiles = ["/etc/mime.types", "/etc/httpd/mime.types", "/etc/httpd/conf/mime.types", "/etc/apache/mime.types",
              "/etc/apache2/mime.types", "/usr/local/etc/httpd/conf/mime.types", "/usr/local/lib/netscape/mime.types",
              "/usr/local/etc/mime.types"]
inited = False
_db = None

# The kinds that IANA lists, each with the endings of its files; the first is the usual one.
_TABLE = """
application/javascript js mjs|application/json json|application/manifest+json webmanifest
application/msword doc dot wiz|application/n-quads nq|application/n-triples nt
application/octet-stream bin a dll exe o obj so|application/oda oda|application/pdf pdf|application/pkcs7-mime p7c
application/postscript ps ai eps|application/trig trig|application/vnd.apple.mpegurl m3u m3u8
application/vnd.ms-excel xls xlb|application/vnd.ms-powerpoint ppt pot ppa pps pwz|application/wasm wasm
application/x-bcpio bcpio|application/x-cpio cpio|application/x-csh csh|application/x-dvi dvi|application/x-gtar gtar
application/x-hdf hdf|application/x-hdf5 h5|application/x-latex latex|application/x-mif mif
application/x-netcdf cdf nc|application/x-pkcs12 p12 pfx|application/x-pn-realaudio ram
application/x-python-code pyc pyo|application/x-sh sh|application/x-shar shar|application/x-shockwave-flash swf
application/x-sv4cpio sv4cpio|application/x-sv4crc sv4crc|application/x-tar tar|application/x-tcl tcl
application/x-tex tex|application/x-texinfo texi texinfo|application/x-troff roff t tr|application/x-troff-man man
application/x-troff-me me|application/x-troff-ms ms|application/x-ustar ustar|application/x-wais-source src
application/xml xsl rdf wsdl xpdl|application/zip zip|audio/3gpp 3gp 3gpp|audio/3gpp2 3g2 3gpp2
audio/aac aac adts loas ass|audio/basic au snd|audio/mpeg mp3 mp2|audio/opus opus|audio/x-aiff aif aifc aiff
audio/x-pn-realaudio ra|audio/x-wav wav|image/avif avif|image/bmp bmp|image/gif gif|image/ief ief
image/jpeg jpg jpe jpeg|image/heic heic|image/heif heif|image/png png|image/svg+xml svg|image/tiff tiff tif
image/vnd.microsoft.icon ico|image/x-cmu-raster ras|image/x-portable-anymap pnm|image/x-portable-bitmap pbm
image/x-portable-graymap pgm|image/x-portable-pixmap ppm|image/x-rgb rgb|image/x-xbitmap xbm|image/x-xpixmap xpm
image/x-xwindowdump xwd|message/rfc822 eml mht mhtml nws|text/css css|text/csv csv|text/html html htm|text/n3 n3
text/plain txt bat c h ksh pl srt|text/richtext rtx|text/tab-separated-values tsv|text/vtt vtt|text/x-python py
text/x-setext etx|text/x-sgml sgm sgml|text/x-vcard vcf|text/xml xml|video/mp4 mp4|video/mpeg mpeg m1v mpa mpe mpg
video/quicktime mov qt|video/webm webm|video/x-msvideo avi|video/x-sgi-movie movie
"""


def _default_mime_types():
    """Begins with the tables as they are listed here."""
    global types_map, suffix_map, encodings_map, common_types, _types, _suffixes, _encodings, _common
    _types = {}
    _suffixes = {".svgz": ".svg.gz", ".tgz": ".tar.gz", ".taz": ".tar.gz", ".tz": ".tar.gz", ".tbz2": ".tar.bz2",
                 ".txz": ".tar.xz"}
    _encodings = {".gz": "gzip", ".Z": "compress", ".bz2": "bzip2", ".xz": "xz", ".br": "br"}
    _common = {".rtf": "application/rtf", ".midi": "audio/midi", ".mid": "audio/midi", ".jpg": "image/jpg",
               ".pict": "image/pict", ".pct": "image/pict", ".pic": "image/pict", ".webp": "image/webp",
               ".xul": "text/xul"}
    for entry in _TABLE.replace("\n", "|").split("|"):
        for ending in entry.split()[1:]:
            _types.setdefault("." + ending, entry.split()[0])
    types_map, suffix_map, encodings_map, common_types = _types, _suffixes, _encodings, _common


_default_mime_types()


class MimeTypes:
    """Tables of endings and kinds; each of the two pairs has what is not listed officially first."""

    def __init__(self, filenames=(), strict=True):
        if not inited:
            init()
        self.encodings_map = _encodings.copy()
        self.suffix_map = _suffixes.copy()
        self.types_map = ({}, {})
        self.types_map_inv = ({}, {})
        for table, is_strict in ((_types, True), (_common, False)):
            for ending, kind in table.items():
                self.add_type(kind, ending, is_strict)
        for name in filenames:
            self.read(name, strict)

    def add_type(self, type, ext, strict=True):
        self.types_map[strict][ext] = type
        endings = self.types_map_inv[strict].setdefault(type, [])
        if ext not in endings:
            endings.append(ext)

    def guess_type(self, url, strict=True):
        url = _os.fspath(url)
        match = _re.match("([^/:]+):(.*)", url, _re.DOTALL)
        scheme = None
        if match is not None:
            scheme, url = match.groups()
        if scheme is not None and scheme.lower() == "data":
            comma = url.find(",")
            if comma < 0:
                return None, None
            semicolon = url.find(";", 0, comma)
            kind = url[:comma if semicolon < 0 else semicolon]
            return (kind if "=" not in kind and "/" in kind else "text/plain"), None
        base, ending = _splitext(url)
        while ending.lower() in self.suffix_map:
            base, ending = _splitext(base + self.suffix_map[ending.lower()])
        encoding = self.encodings_map.get(ending)
        if ending in self.encodings_map:
            base, ending = _splitext(base)
        for table in (True,) if strict else (True, False):
            if ending.lower() in self.types_map[table]:
                return self.types_map[table][ending.lower()], encoding
        return None, encoding

    def guess_all_extensions(self, type, strict=True):
        type = type.lower()
        endings = list(self.types_map_inv[True].get(type, []))
        if not strict:
            for ending in self.types_map_inv[False].get(type, []):
                if ending not in endings:
                    endings.append(ending)
        return endings

    def guess_extension(self, type, strict=True):
        endings = self.guess_all_extensions(type, strict)
        return endings[0] if endings else None

    def read(self, filename, strict=True):
        with open(filename, encoding="utf-8") as file:
            self.readfp(file, strict)

    def readfp(self, fp, strict=True):
        while line := fp.readline():
            words = []
            for word in line.split():
                if word[0] == "#":
                    break
                words.append(word)
            for ending in words[1:]:
                self.add_type(words[0], "." + ending, strict)

    def read_windows_registry(self, strict=True):
        pass


def init(files=None):
    global inited, _db, encodings_map, suffix_map, types_map, common_types
    # So that `MimeTypes` does not ask again.
    inited = True
    if files is None or _db is None:
        db = MimeTypes()
        files = knownfiles if files is None else knownfiles + list(files)
    else:
        db = _db
    for file in files:
        if _os.path.isfile(file):
            db.read(file)
    encodings_map, suffix_map = db.encodings_map, db.suffix_map
    common_types, types_map = db.types_map
    _db = db


def _tables():
    if _db is None:
        init()
    return _db


def guess_type(url, strict=True):
    return _tables().guess_type(url, strict)


def guess_all_extensions(type, strict=True):
    return _tables().guess_all_extensions(type, strict)


def guess_extension(type, strict=True):
    return _tables().guess_extension(type, strict)


def add_type(type, ext, strict=True):
    return _tables().add_type(type, ext, strict)


def read_mime_types(file):
    try:
        file = open(file, encoding="utf-8")
    except OSError:
        return None
    with file:
        db = MimeTypes()
        db.readfp(file, True)
        return db.types_map[True]
