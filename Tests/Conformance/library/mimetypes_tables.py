# Kinds of files by their names, tables of one's own, and tables read from files.
import io
import mimetypes

# What the machine lists is left out.
mimetypes.knownfiles.clear()
print(sorted(mimetypes.__all__), mimetypes.inited)
print(sorted(mimetypes.types_map.items()))
tables = mimetypes.MimeTypes()
print(sorted(tables.types_map_inv[True].items()), tables.types_map_inv[False], mimetypes.inited)
for name in ("a.tar.gz", "x.TGZ", "http://h/a.html?x=1", "http://h/a.html", "data:,x", "data:text/html;x,y",
             "data:a=b,x", "data:x", "a.b/c", ".bashrc", "x.Z", "x.z", "a.JPG", "a.rtf", "a.svgz", "a.gz", "c:\\x.txt", "é:x.txt", b"a.txt", 5, None,
             "", "a.", "a.tar.bz2", "a.webp", "a.xul", "DATA:,"):
    for strict in (True, False):
        try:
            print(name, mimetypes.guess_type(name, strict=strict), tables.guess_type(name, strict))
        except TypeError as error:
            print(name, error)
for kind in ("text/plain", "TEXT/HTML", "image/jpeg", "image/jpg", "x/y", "application/octet-stream", "image/pict",
             "audio/midi"):
    print(kind, mimetypes.guess_extension(kind), mimetypes.guess_all_extensions(kind),
          mimetypes.guess_all_extensions(kind, False), mimetypes.guess_extension(kind, strict=False))
mimetypes.add_type("x/y", ".xy")
mimetypes.add_type("x/z", ".xz2", False)
print(mimetypes.guess_type("a.xy"), mimetypes.guess_type("a.xz2"), mimetypes.guess_type("a.xz2", False),
      tables.guess_type("a.xy"))
tables.readfp(io.StringIO("# c\ntext/foo foo bar # baz\n\nx/e\n"))
print(tables.guess_type("q.foo"), tables.guess_type("q.bar"), tables.guess_type("q.baz"))
print(mimetypes.read_mime_types("nowhere"))
mimetypes.init()
print(mimetypes.guess_type("a.xy"))
