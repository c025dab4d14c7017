"""Looking at functions and classes: what they are, and what arguments they take."""
from inspect._classes import (
    Attribute, classify_class_attrs, ClosureVars, CORO_CLOSED, CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, GEN_CLOSED,
    GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, getcallargs, getclasstree, getclosurevars, getcoroutinelocals,
    getcoroutinestate, getgeneratorlocals, getgeneratorstate, getmembers_static, walktree)
from inspect._frames import (
    ArgInfo, Arguments, currentframe, formatargvalues, FrameInfo, getargs, getargvalues, getframeinfo, getinnerframes,
    getlineno, getouterframes, stack, trace, Traceback)
from inspect._kinds import (
    cleandoc, CO_ASYNC_GENERATOR, CO_COROUTINE, CO_GENERATOR, CO_ITERABLE_COROUTINE, CO_NESTED, CO_NEWLOCALS,
    CO_NOFREE, CO_OPTIMIZED, CO_VARARGS, CO_VARKEYWORDS, getattr_static, getdoc, getmembers, getmodulename, getmro,
    isabstract, isasyncgen, isasyncgenfunction, isawaitable, isbuiltin, isclass, iscode, iscoroutine,
    iscoroutinefunction, isdatadescriptor, isframe, isfunction, isgenerator, isgeneratorfunction, isgetsetdescriptor,
    ismemberdescriptor, ismethod, ismethoddescriptor, ismethodwrapper, ismodule, isroutine, istraceback)
from inspect._sources import (
    ClassFoundException, EndOfBlock, findsource, getabsfile, getblock, getcomments, getfile, getmodule, getsource,
    getsourcefile, getsourcelines, indentsize)
from inspect._signatures import (
    _empty, _ParameterKind, _void, BoundArguments, formatannotation, formatannotationrelativeto, FullArgSpec,
    get_annotations, getfullargspec, Parameter, Signature, signature, unwrap)
