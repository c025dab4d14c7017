"""Decimal arithmetic by the General Decimal Arithmetic Specification: numbers are sign, coefficient and exponent."""
import _katydid
from decimal._signals import (
    HAVE_CONTEXTVAR, HAVE_THREADS, MAX_EMAX, MAX_PREC, MIN_EMIN, MIN_ETINY, ROUND_05UP, ROUND_CEILING, ROUND_DOWN,
    ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, Clamped, ConversionSyntax, DecimalException,
    DecimalTuple, DivisionByZero, DivisionImpossible, DivisionUndefined, FloatOperation, Inexact, InvalidContext,
    InvalidOperation, Overflow, Rounded, Subnormal, Underflow)
from decimal._context import (
    BasicContext, Context, DefaultContext, ExtendedContext, getcontext, localcontext, setcontext)
from decimal._core import Decimal
from decimal import _arithmetic

__version__ = "1.70"
__libmpdec_version__ = "2.5.1"
__all__ = ["Decimal", "Context", "DecimalTuple", "DefaultContext", "BasicContext", "ExtendedContext",
           "DecimalException", "Clamped", "InvalidOperation", "DivisionByZero", "Inexact", "Rounded", "Subnormal",
           "Overflow", "Underflow", "FloatOperation", "DivisionImpossible", "InvalidContext", "ConversionSyntax",
           "DivisionUndefined", "ROUND_DOWN", "ROUND_HALF_UP", "ROUND_HALF_EVEN", "ROUND_CEILING", "ROUND_FLOOR",
           "ROUND_UP", "ROUND_HALF_DOWN", "ROUND_05UP", "setcontext", "getcontext", "localcontext", "MAX_PREC",
           "MAX_EMAX", "MIN_EMIN", "MIN_ETINY", "HAVE_THREADS", "HAVE_CONTEXTVAR"]

# No method is added from here on.
_katydid.set_message_name(Decimal, "decimal.Decimal")
