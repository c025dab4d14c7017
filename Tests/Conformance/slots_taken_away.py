# What is left of an attribute when its class loses the slot's descriptor, or has something else in its place.
def t(name, f):
    try: print(name, f())
    except Exception as e: print(name, type(e).__name__, e)
def make(*bases):
    class A(*bases):
        __slots__ = ('x', 'z')
    a = A(); a.x = 1; a.z = 2
    return A, a
for bases in ((), (list,), (dict,)):
    A, a = make(*bases)
    read = lambda: a.x
    t('before', read)
    del A.x
    t('read', read); t('object', lambda: object.__getattribute__(a, 'x')); t('has', lambda: hasattr(a, 'x'))
    def write(): a.x = 5
    t('write', write); t('read', read)
    def delete(): del a.x
    t('delete', delete)
    A.x = 7
    t('class', read); t('write', write); t('class', read); t('delete', delete)
    A.z = property(lambda self: 'property')
    t('property', lambda: a.z)
    t('dict', lambda: A.__dict__['x'])
class Base:
    x = 'base'
class B(Base): __slots__ = ('x',)
b = B(); b.x = 1
del B.x
t('base', lambda: b.x)
