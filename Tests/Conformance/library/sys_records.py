"""What sys says of Python and of itself: tuples with names, the hooks, the standard output's bytes."""
import builtins
import sys


def show(function):
    try:
        print(repr(function()))
    except BaseException as error:
        print(type(error).__name__, error)


for record in (sys.float_info, sys.int_info, sys.hash_info):
    print(record, len(record), record.n_fields, type(record).__name__, record[0] == getattr(record, record.__match_args__[0]))
print(repr(sys.version_info)[:33], sys.version_info[:2], sys.version_info >= (3, 11), sys.version_info.releaselevel)
print(len(sys.flags), sys.flags.__match_args__, type(sys.flags), sys.flags.dev_mode, sys.thread_info.name)
show(lambda: type(sys.version_info)())
show(lambda: type(sys.flags)())
show(lambda: type(sys.int_info)((1, 2, 3, 4)))
show(lambda: type(sys.int_info)((1, 2, 3)))
show(lambda: setattr(sys.float_info, "max", 1))
show(lambda: setattr(sys.float_info, "other", 1))
show(lambda: type("Mine", (type(sys.hash_info),), {}))
for interval in ("x", -1, 0, None):
    show(lambda: sys.setswitchinterval(interval))
sys.setswitchinterval(0.25)
show(sys.getswitchinterval)
sys.setswitchinterval(0.005)
show(lambda: sys.displayhook(5))
show(lambda: builtins._)
show(lambda: sys.displayhook(None))
show(lambda: builtins._)
show(lambda: sys.__displayhook__ is sys.displayhook)
show(lambda: "os" in sys.stdlib_module_names and "requests" not in sys.stdlib_module_names)
show(lambda: "sys" in sys.builtin_module_names)
show(lambda: sys.call_tracing(lambda a: a + 1, (1,)))
show(lambda: sys.audit("mine", 1))
show(lambda: sys.audit(5))
show(lambda: (sys.getprofile(), sys.gettrace(), sys.abiflags, sys.platlibdir, sys.pycache_prefix))
sys.stdout.flush()
show(lambda: sys.stdout.buffer.write("é\n".encode()))
sys.stdout.flush()
show(lambda: sys.stdout.buffer.write(bytearray(b"bytes\n")))
show(lambda: sys.stdout.buffer.write("text"))
sys.stdout.flush()
