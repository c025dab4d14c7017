# Subclasses in Python are asked for the reflected operator before a sequence joins them.
class C(str):
    def __radd__(self, o): return 'r'
    def __rmod__(self, o): return 'm'
    def __rmul__(self, o): return 'x'
print('' + C(), 'a' + C('b'), C() + C(), C('q') + 'a', 'a' % C(), '%s' % C('z'), 3*C('a'))
class L(list):
    def __radd__(self, o): return 'r'
print([] + L(), [1] + L([2]), L() + [1])
class T(tuple):
    def __radd__(self, o): return 'r'
print(() + T(), (1,) + T((2,)))
class B(bytes):
    def __radd__(self, o): return 'r'
print(b'' + B(), b'a' + B(b'b'), bytearray(b'') + B())
s = ''
s += C(); print(s)
s = 'a'; s += C('b'); print(s)
