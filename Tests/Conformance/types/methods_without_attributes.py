# What is said of attributes that built-in methods lack.
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
x=[1]
t(lambda: [].append.upper())
t(lambda: x.append.upper())
t(lambda: (x.append).upper())
t(lambda: ((lambda q: x)('s').append).upper())
t(lambda: type(x.append))
t(lambda: x.append.upper)
t(lambda: 'a'.join.y)
def s(o):
    o.zz = 1
class A:
    def f(self): pass
for o in ([].append, A().f, print, len):
    t(lambda: o.zz); t(lambda: s(o)); t(lambda: delattr(o, "zz"))
t(lambda: repr(10 ** 5000)); t(lambda: str(-10 ** 4299)[:9]); t(lambda: str(10 ** 4300)); t(lambda: len(str(10**4300 - 1)))
