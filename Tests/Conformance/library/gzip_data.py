import gzip, io, zlib
d=gzip.compress(b"hello"*100, mtime=0)
print(len(d), d[:10], gzip.decompress(d)[:10], d)
print(gzip.decompress(d+d)==b"hello"*200)
for bad in (b"xx", d[:-3], d[:12], d[:-8]+b"12345678"):
    try: gzip.decompress(bad)
    except Exception as e: print(type(e).__name__, e)
b=io.BytesIO()
with gzip.GzipFile(fileobj=b, mode="wb", mtime=1) as f: f.write(b"abc"); f.write(b"def\n")
with gzip.GzipFile(fileobj=io.BytesIO(b.getvalue())) as f: print(f.read())
with gzip.open(io.BytesIO(b.getvalue()),"rt") as f: print(f.readline())
