"""Options by getopt."""
import getopt
def t(*a,f=getopt.getopt):
    try: print(f(*a))
    except getopt.GetoptError as e: print(type(e).__name__, e, repr(e.opt), e.args)
for f in (getopt.getopt, getopt.gnu_getopt):
    t('-a -b -cfoo -d bar a1 -a a2'.split(),'abc:d:',f=f); t('--condition=foo --testing --output-file abc.def -x a1 --testing'.split(),'x',['condition=','output-file=','testing'],f=f)
    t(['-q'],'a',f=f); t(['-a'],'a:',f=f); t(['--te'],'',['testing','test'],f=f); t(['--testi'],'',['testing','test'],f=f); t(['--x'],'',['y'],f=f); t(['--o'],'',['o='],f=f); t(['--t=1'],'',['t'],f=f); t(['a','--','-b'],'b',f=f); t(['-'],'',f=f); t(['-:'],'a:',f=f); t(['--alpha'],'','alpha',f=f); t(['--al=3'],'',['alpha=','alp'],f=f); t(['--alp','q'],'',['alp','alp='],f=f); t(['--'],'a',f=f)
