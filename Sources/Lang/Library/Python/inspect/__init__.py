"""Looking at functions and classes: what they are, and what arguments they take."""
from inspect._kinds import (
    cleandoc, CO_ASYNC_GENERATOR, CO_COROUTINE, CO_GENERATOR, CO_ITERABLE_COROUTINE, CO_NESTED, CO_NEWLOCALS,
    CO_NOFREE, CO_OPTIMIZED, CO_VARARGS, CO_VARKEYWORDS, getattr_static, getdoc, getmembers, getmodulename, getmro,
    isabstract, isasyncgen, isasyncgenfunction, isawaitable, isbuiltin, isclass, iscode, iscoroutine,
    iscoroutinefunction, isdatadescriptor, isfunction, isgenerator, isgeneratorfunction, ismethod, ismethoddescriptor,
    ismodule, isroutine, istraceback)
from inspect._signatures import (
    _empty, _ParameterKind, _void, BoundArguments, formatannotation, FullArgSpec, get_annotations, getfullargspec,
    Parameter, Signature, signature, unwrap)
