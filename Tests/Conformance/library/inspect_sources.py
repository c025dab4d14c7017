"""The text of functions and classes: decorators, strings over lines, comments at the end."""
import functools
import inspect


def deco(*args, **kwargs):
    return lambda function: function


@deco(1,
      2)
# between
@deco(
    "x)",
)
def decorated(a, b=(1,
                    2)):
    """Text
that goes back
  """
    x = '# no comment'  # comment )
    return "a\
b"
    # at the end

    # after a line

  # not as far in
# not of it
def one(): return 1
def two(m): return m and \
    m


class Kept:
    # first

    @deco()
    def method(self):
        if self:
            return """
not indented
"""

        return [
1, 2]

    @property
    def prop(self): return 1

    @staticmethod
    def static():
        pass
        # static's


@deco()
class Decorated(
    Kept
):
    class Inner:
        def deep(self):
            return '''
class Inner: pass
'''

    other = 5
lam = lambda x: (
    x + 1)


def outer():
    def inner():
        return 1
    return inner


for thing in (decorated, one, two, Kept, Kept.method, Kept.prop.fget, Kept.static, Decorated, Decorated.Inner,
              Decorated.Inner.deep, outer, outer(), lam):
    print(inspect.getsourcelines(thing)[1])
    print(inspect.getsource(thing), end="---\n")


class Data:
    def __get__(self, *args): return "got"
    def __set__(self, *args): pass


class Holder:
    d = Data()
    plain = functools.partial(print)


h = Holder()
h.__dict__["d"] = 1
h.__dict__["plain"] = 2
print(type(inspect.getattr_static(h, "d")).__name__, inspect.getattr_static(h, "plain"), inspect.getattr_static(h, "none", 3))
