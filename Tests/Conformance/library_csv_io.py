import csv, io
f = io.StringIO()
w = csv.writer(f); print(w.writerow(['a','b,c','d"e',1,2.5,None,'x\ny'])); w.writerows([[1,2],['','']])
print(repr(f.getvalue())); f.seek(0)
print(list(csv.reader(f)))
for kw in [dict(delimiter=';'),dict(quoting=csv.QUOTE_ALL),dict(quoting=csv.QUOTE_NONNUMERIC),dict(quoting=csv.QUOTE_NONE,escapechar='\\'),dict(lineterminator='\n'),dict(doublequote=False,escapechar='\\'),dict(quotechar="'"), dict(dialect='excel-tab'), dict(dialect='unix')]:
    f=io.StringIO(); csv.writer(f, **kw).writerow(['a','b;c',"q'x",'d"e',3,'e,f','t\tb']); print(kw, repr(f.getvalue()))
    print(list(csv.reader(io.StringIO(f.getvalue()), **kw)))
r = csv.DictReader(io.StringIO('a,b\n1,2\n\n3,4,5\n6\n'), restkey='rest'); print(r.fieldnames, list(r), r.line_num)
f=io.StringIO(); d=csv.DictWriter(f,['x','y'],restval='-'); d.writeheader(); d.writerow({'x':1}); d.writerows([{'x':2,'y':3}]); print(repr(f.getvalue()))
try: d.writerow({'z':1})
except ValueError as e: print(e)
for bad in [dict(delimiter='ab'), dict(delimiter=1), dict(quotechar='xx'), dict(quoting=9), dict(foo=1), dict(delimiter=''), dict(dialect='nope')]:
    try: csv.reader([], **bad)
    except Exception as e: print(type(e).__name__, e)
print(list(csv.reader(['a,"b', 'c",d'])), list(csv.reader(['a b "c"', ' "x", y'], skipinitialspace=True)))
try: list(csv.reader(['"abc'], strict=True))
except csv.Error as e: print(e)
try: list(csv.reader([b'x']))
except csv.Error as e: print(e)
try: csv.writer(io.StringIO()).writerow(5)
except Exception as e: print(type(e).__name__, e)
try: csv.writer(io.StringIO(), quoting=csv.QUOTE_NONE).writerow(['a,b'])
except csv.Error as e: print(e)
csv.register_dialect('p', delimiter='|'); print(csv.list_dialects(), list(csv.reader(['a|b'], 'p')), csv.get_dialect('p').delimiter)
print(list(csv.reader(['1,"2",x'], quoting=csv.QUOTE_NONNUMERIC)) if 0 else '')
class D(csv.excel): delimiter=':'
print(list(csv.reader(['a:b'], D)), csv.field_size_limit())
s=io.StringIO('l1\nl2\r\nl3'); print(s.readline(), s.read(2), s.tell(), list(s), s.getvalue())
b=io.BytesIO(b'abc\ndef'); print(b.readline(), b.read(), b.seek(0), b.read(2), b.getvalue(), b.tell(), b.write(b'XYZ'), b.getvalue())
s=io.StringIO(); s.write('ab'); s.write('cd'); s.seek(1); s.write('ZZ'); print(s.getvalue()); print('x', 5, file=s, sep='-'); print(repr(s.getvalue()), s.truncate(2), s.getvalue())
with io.StringIO('q') as q: pass
try: q.read()
except ValueError as e: print(e)
t=io.TextIOWrapper(io.BytesIO('é\r\nb'.encode()), encoding='utf-8'); print(repr(t.read()))
import os
p='/tmp/_katydid_conf.txt'
with open(p,'w') as f: print(f.write('hello\nworld\n'), f.name==p, f.mode, f.closed)
with open(p) as f: print(f.readlines(), f.read())
with open(p,'a') as f: f.write('more')
with open(p,'rb') as f: print(f.read(5), f.readline(), f.tell())
with open(p) as f:
    for i, l in enumerate(f): print(i, l.rstrip())
for m in ['z','rw','','rbt']:
    try: open(p, m)
    except Exception as e: print(type(e).__name__, e)
try: open('/nonexistent/x')
except FileNotFoundError as e: print(e, e.errno, e.filename)
with open(p,'r') as f:
    try: f.write('x')
    except io.UnsupportedOperation as e: print(e)
with open(p,'r+') as f:
    print(f.read(3)); f.seek(0); f.write('J'); 
print(open(p).read())
os.remove(p); print(os.path.exists(p))
