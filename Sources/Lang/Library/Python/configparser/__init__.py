"""Configuration files in sections of names and values, as in .ini files."""
from configparser._faults import (
    DuplicateOptionError, DuplicateSectionError, Error, InterpolationDepthError, InterpolationError,
    InterpolationMissingOptionError, InterpolationSyntaxError, MAX_INTERPOLATION_DEPTH, MissingSectionHeaderError,
    NoOptionError, NoSectionError, ParsingError)
from configparser._interpolation import (
    BasicInterpolation, ExtendedInterpolation, Interpolation, LegacyInterpolation)
from configparser._parsers import (
    _UNSET, ConfigParser, ConverterMapping, DEFAULTSECT, RawConfigParser, SafeConfigParser, SectionProxy)

_default_dict = dict
__all__ = ["NoSectionError", "DuplicateOptionError", "DuplicateSectionError", "NoOptionError", "InterpolationError",
           "InterpolationDepthError", "InterpolationMissingOptionError", "InterpolationSyntaxError", "ParsingError",
           "MissingSectionHeaderError", "ConfigParser", "RawConfigParser", "SafeConfigParser", "Interpolation",
           "BasicInterpolation", "ExtendedInterpolation", "LegacyInterpolation", "SectionProxy", "ConverterMapping",
           "DEFAULTSECT", "MAX_INTERPOLATION_DEPTH"]
