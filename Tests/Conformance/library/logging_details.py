"""Loggers, handlers, adapters and formatters in less usual ways."""
import logging, sys, io
# handlers, adapters in odd ways
h=logging.StreamHandler(sys.stdout)
with h.lock: print(type(h.lock).__name__)
logging.basicConfig(handlers=[h], format="{levelname}|{message}", style="{")
logging.info("no"); logging.warning("yes %s", {"a":1}); logging.warning("%(a)s", {"a":1})
class A(logging.LoggerAdapter):
    def process(self, msg, kwargs): return f"[{self.extra['x']}] {msg}", kwargs
a=A(logging.getLogger("ad"), {"x":1}); a.warning("w"); a.log(50,"crit"); print(a, a.name, a.isEnabledFor(10), a.manager is logging.Logger.manager)
try: raise KeyError("k")
except KeyError: logging.getLogger("e").exception("ex %d", 1, stack_info=False)
logging.getLogger("e").error("tuple", exc_info=(ValueError, ValueError("v"), None))
logging.getLogger("e").error("inst", exc_info=ValueError("v"))
class F(logging.Formatter):
    def formatTime(self, record, datefmt=None): return "T"
    def formatException(self, ei): return "EXC " + repr(ei[1])
h.setFormatter(F("%(asctime)s %(name)s %(message)s")); logging.getLogger("z.y").warning("q"); logging.getLogger("z").error("e", exc_info=ValueError(3))
class L(logging.Logger):
    def hello(self): self.warning("hello")
logging.setLoggerClass(L); logging.getLogger("own").hello(); logging.setLoggerClass(logging.Logger); print(type(logging.getLogger("own")), type(logging.getLogger("x.y.z")), logging.getLogger("x.y.z").parent)
m=logging.getLogger("x.y"); print(logging.getLogger("x.y.z").parent is m, sorted(logging.Logger.manager.loggerDict))
logging.addLevelName(5,"TRACE"); logging.getLogger("t").setLevel("TRACE"); logging.getLogger("t").log(5,"trace")
print(logging.getLevelNamesMapping()["TRACE"], logging.getLevelName("TRACE"), logging._nameToLevel["INFO"], logging._levelToName[20])
r=logging.LogRecord("n",20,"/a/b.py",3,"m",(),None,"fn"); print(r.filename, r.module, r.funcName, r.lineno, r)
f=logging.BufferingFormatter(logging.Formatter("%(message)s|")); print(f.format([r,r]), f.format([]))
old=logging.getLogRecordFactory()
def fac(*a,**k): x=old(*a,**k); x.custom="C"; return x
logging.setLogRecordFactory(fac); h.setFormatter(logging.Formatter("%(custom)s %(message)s")); logging.warning("cc"); logging.setLogRecordFactory(old)
h.setFormatter(logging.Formatter("%(missing)s", defaults={"missing":"dflt"})); logging.warning("x")
h.setFormatter(logging.Formatter("%(nope)s"))
logging.raiseExceptions=False; logging.warning("silent"); logging.raiseExceptions=True
logging.disable(logging.ERROR); logging.error("off"); logging.disable(logging.NOTSET)
lg=logging.getLogger("flt"); lg.addFilter(lambda rec: "no" not in rec.msg); h.setFormatter(None); lg.warning("no"); lg.warning("ok")
print(logging.getLogger("flt").filters != [], logging.Filter("a.b").filter(logging.makeLogRecord({"name":"a.b.c"})), logging.Filter("a.b").filter(logging.makeLogRecord({"name":"a.bc"})))
print(h.name, h.get_name()); h.name="hh"; print(logging._handlers["hh"] is h); print(logging.lastResort, logging.root.handlers)
import logging.handlers as hs
mem=hs.MemoryHandler(10, target=h); lm=logging.getLogger("mem"); lm.propagate=False; lm.addHandler(mem); lm.warning("1"); print(len(mem.buffer)); lm.error("2"); print(len(mem.buffer))
import queue
q=queue.Queue(); ql=hs.QueueListener(q,h); lq=logging.getLogger("q"); lq.propagate=False; lq.addHandler(hs.QueueHandler(q)); ql.start(); lq.warning("queued %s", 1); ql.stop()
