# Files that nobody closes: what was written to them is there for the next reader, and after the end.
import os
import pathlib

path = "left_open_%d.txt" % os.getpid()
print(open(path, "w").write("one\n"))
print(open(path).read(), os.path.getsize(path), pathlib.Path(path).read_text())
for n in range(3):
    open(path, "a").write("line %d\n" % n)
print(open(path).readlines())
log = open(path, "a", newline="\n")
for n in range(2000):
    log.write("a line that is long enough to be written before the end: %d\n" % n)
log.flush()
print(log.tell(), os.path.getsize(path), log.writable(), log.readable())
log.close()
print(len(open(path).readlines()), open(path, "rb").read()[-9:])
with open(path, "w") as file:
    print(file.write("abcdef"), file.tell())
    file.flush()
    print(file.tell(), file.seek(2), file.write("X"), file.tell(), file.seek(0, 2), file.write("end"), file.tell())
print(open(path).read())
with open(path, "w") as file:
    file.write("0123456789")
    file.flush()
    print(file.truncate(4), file.tell())
    file.write("z")
print(open(path, "rb").read())
with open(path, "wb") as file:
    file.write(b"12")
    file.flush()
    file.write(b"34")
    file.seek(1)
    file.write(b"-")
print(open(path, "rb").read())
os.remove(path)
print(os.path.exists(path))
