"""Configurations of logging as dicts and as files."""
import logging, logging.config, logging.handlers, sys, io
class Up(logging.Formatter):
    def format(self, r): return super().format(r).upper()
class No(logging.Filter):
    def __init__(self, word=''): super().__init__(); self.word=word
    def filter(self, r): return self.word not in r.getMessage()
def t(f,*a):
    try: f(*a)
    except Exception as e: print(type(e).__name__, e, '|', type(e.__cause__).__name__, e.__cause__)
old=logging.getLogger('old'); below=logging.getLogger('app.below')
logging.config.dictConfig({'version':1,'formatters':{'plain':{'format':'%(levelname)s:%(name)s:%(message)s'},'up':{'()':Up,'fmt':'{message}','style':'{'},'up2':{'()':'__main__.Up','format':'%(message)s'},'b':{'format':'{message}!','style':'{','datefmt':'%H'}},
 'filters':{'no':{'()':No,'word':'secret'},'nm':{'name':'app.x'}},
 'handlers':{'out':{'class':'logging.StreamHandler','formatter':'plain','level':'INFO','stream':'ext://sys.stdout','filters':['no']},'u':{'class':'logging.StreamHandler','formatter':'up','stream':'ext://sys.stdout'},'mem':{'class':'logging.handlers.MemoryHandler','capacity':2,'target':'u'}, 'z':{'class':'logging.StreamHandler','stream':'ext://sys.stdout','formatter':'b','filters':['nm']}},
 'loggers':{'app':{'level':'DEBUG','handlers':['out','mem'],'propagate':False},'app.x':{'handlers':['z']}},'root':{'level':'WARNING','handlers':['u']}})
a=logging.getLogger('app'); a.info('one'); a.debug('two'); a.info('secret'); logging.getLogger('app.x').warning('deep'); logging.warning('root'); logging.info('no')
print(old.disabled, below.disabled, a.propagate, logging.getLogger().level, a.handlers, sorted(logging._handlers))
logging.config.dictConfig({'version':1,'incremental':True,'handlers':{'out':{'level':'ERROR'}},'loggers':{'app':{'level':'ERROR'}},'root':{'level':'DEBUG'}})
print(a.level, logging.root.level, logging._handlers['out'].level)
for c in [{}, {'version':2}, {'version':1,'handlers':{'h':{'class':'logging.NoSuch'}}}, {'version':1,'handlers':{'h':{'class':'logging.StreamHandler','formatter':'nope'}}}, {'version':1,'root':{'handlers':['nope']}}, {'version':1,'loggers':{'q':{'level':'NOPE'}}}, {'version':1,'handlers':{'h':{'class':'logging.StreamHandler','level':'X'}}}, {'version':1,'incremental':True,'handlers':{'h':{'level':1}}}, {'version':1,'handlers':{'h':{'class':'logging.StreamHandler','bad':1}}},{'version':1,'handlers':{'h':{'class':'logging.StreamHandler','filters':['q']}}}]:
    t(logging.config.dictConfig,c)
logging.config.dictConfig({'version':1,'disable_existing_loggers':False,'x':{'s':['a',{'k':'v'}]},'handlers':{'h':{'class':'logging.StreamHandler','stream':'ext://sys.stdout','.':{'terminator':'<<\n','tag':'cfg://x.s[1].k'}}},'root':{'handlers':['h'],'level':'INFO'}})
logging.info('dot'); print(logging.root.handlers[0].tag)
f=io.StringIO('''[loggers]
keys=root,foo
[handlers]
keys=con,mem
[formatters]
keys=f1,f2
[logger_root]
level=NOTSET
handlers=con
[logger_foo]
level=DEBUG
handlers=mem
propagate=1
qualname=foo.bar
[handler_con]
class=StreamHandler
level=DEBUG
formatter=f1
args=(sys.stdout,)
[handler_mem]
class=handlers.MemoryHandler
args=(10,)
kwargs={'flushLevel': 40}
target=con
[formatter_f1]
format=F1 %(name)s %(levelname)s %(message)s
datefmt=
class=logging.Formatter
[formatter_f2]
format={message}
style={
''')
logging.config.fileConfig(f, disable_existing_loggers=False)
logging.getLogger('foo.bar').info('hello'); logging.getLogger('foo.bar').error('err'); logging.debug('x')
t(logging.config.fileConfig,'/nonexistent.ini')
