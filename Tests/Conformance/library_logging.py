import logging, sys, io, time
s = io.StringIO()
h = logging.StreamHandler(s)
h.setFormatter(logging.Formatter('%(levelname)s|%(name)s|%(message)s|%(levelno)d|%(process)d' if 0 else '%(levelname)-8s|%(name)s|%(message)s|%(levelno)d'))
log = logging.getLogger('a.b'); log.addHandler(h); log.setLevel(logging.DEBUG); log.propagate=False
log.debug('d %s', 1); log.info('i %d %s', 2, 'x'); log.warning('w'); log.error('e %(k)s', {'k': 'v'}); log.critical('c'); log.log(25, 'lvl')
try: 1/0
except ZeroDivisionError: log.exception('exc'); log.error('no', exc_info=False); log.info('with', exc_info=True)
print(s.getvalue())
print(log, logging.getLogger(), logging.getLogger('a'), log.parent, log.name, log.level, log.getEffectiveLevel(), logging.getLogger('a.b') is log, log.isEnabledFor(10), log.hasHandlers(), log.handlers, h, logging.getLevelName(20), logging.getLevelName('INFO'), logging.getLevelName(25), logging.getLevelName('x'))
p = logging.getLogger('p'); c = p.getChild('c'); print(c, c.parent)
s2=io.StringIO(); logging.basicConfig(stream=s2, level=logging.INFO, format='%(asctime)s %(message)s', datefmt='%H')
logging.info('root'); logging.debug('no'); logging.getLogger('z').warning('zz'); print(s2.getvalue()[3:8])
logging.basicConfig(level='DEBUG', force=True, stream=s2); print(logging.getLogger().level, logging.getLogger().handlers)
logging.getLogger('q').debug('dbg %s', (1,)); print(s2.getvalue().splitlines()[-1])
class F(logging.Filter):
    def filter(self, r): return 'keep' in r.getMessage()
s.truncate(0); s.seek(0); h.addFilter(F()); log.info('keep me'); log.info('drop'); print(s.getvalue())
h.filters.clear(); s.truncate(0); s.seek(0)
ad = logging.LoggerAdapter(log, {'user': 'u1'}); h.setFormatter(logging.Formatter('{message} {user}', style='{')); ad.info('hello'); log.info('x', extra={'user':'u2'}); print(s.getvalue(), ad)
h.setFormatter(logging.Formatter('$message $$', style='$')); s.truncate(0); s.seek(0); log.info('dol'); print(s.getvalue())
for f in [lambda: logging.Formatter('x', style='?'), lambda: logging.Formatter('plain'), lambda: log.setLevel('NOPE'), lambda: log.setLevel(None), lambda: logging.getLogger(5), lambda: log.log('x','y'), lambda: log.info('x', extra={'message':1}), lambda: logging.basicConfig(foo=1, force=True), lambda: logging.basicConfig(stream=1, filename='x', force=True)]:
    try: f()
    except Exception as e: print(type(e).__name__, e)
logging.addLevelName(25, 'NOTICE'); print(logging.getLevelName(25))
r = logging.makeLogRecord({'msg': 'm %s', 'args': ('a',), 'levelname': 'L'}); print(r, r.getMessage(), logging.Formatter('%(levelname)s').format(r))
logging.disable(logging.CRITICAL); s.truncate(0); s.seek(0); log.critical('off'); print(repr(s.getvalue())); logging.disable(logging.NOTSET)
fh = logging.FileHandler('/tmp/_kat.log', mode='w'); l2 = logging.getLogger('file'); l2.addHandler(fh); l2.propagate=False; l2.setLevel(10); l2.info('to file'); l2.error('é'); fh.close(); print(open('/tmp/_kat.log').read())
import os; os.remove('/tmp/_kat.log')
class H(logging.Handler):
    def __init__(self): super().__init__(); self.got=[]
    def emit(self, record): self.got.append((record.name, record.levelname, record.getMessage(), record.args, record.exc_info, record.threadName, record.processName, type(record.created), record.msecs>=0))
hh=H(); l3=logging.getLogger('h3'); l3.addHandler(hh); l3.propagate=False; l3.warning('a %s', 'b'); print(hh.got)
l3.addHandler(logging.NullHandler()); print(l3.handlers[1])
logging.getLogger('nohandler.x')
h.setFormatter(None); s.truncate(0); s.seek(0); log.error('%d', 'bad') if 0 else None
log.warning('100%'); print(s.getvalue())
print(logging.INFO, logging.WARN, logging.FATAL, logging.BASIC_FORMAT, logging.root is logging.getLogger('root'))
t = logging.Formatter('%(asctime)s %(msecs)d'); r.created=0.0; r.msecs=7; t.converter=time.gmtime; print(t.format(r))
