"""What can be wrong with a configuration."""

__name__ = "configparser"

MAX_INTERPOLATION_DEPTH = 10


class Error(Exception):
    def __init__(self, msg=""):
        self.message = msg
        super().__init__(msg)

    def __repr__(self):
        return self.message

    __str__ = __repr__


class NoSectionError(Error):
    def __init__(self, section):
        super().__init__("No section: %r" % (section,))
        self.section, self.args = section, (section,)


class NoOptionError(Error):
    def __init__(self, option, section):
        super().__init__("No option %r in section: %r" % (option, section))
        self.option, self.section, self.args = option, section, (option, section)


def _where(source, lineno):
    return "While reading from %r%s: " % (source, "" if lineno is None else " [line %2d]" % lineno)


class DuplicateSectionError(Error):
    def __init__(self, section, source=None, lineno=None):
        what = "ection %r already exists" % section
        super().__init__("S" + what if source is None else _where(source, lineno) + "s" + what)
        self.section, self.source, self.lineno, self.args = section, source, lineno, (section, source, lineno)


class DuplicateOptionError(Error):
    def __init__(self, section, option, source=None, lineno=None):
        what = "ption %r in section %r already exists" % (option, section)
        super().__init__("O" + what if source is None else _where(source, lineno) + "o" + what)
        self.section, self.option, self.source, self.lineno = section, option, source, lineno
        self.args = (section, option, source, lineno)


class InterpolationError(Error):
    def __init__(self, option, section, msg):
        super().__init__(msg)
        self.option, self.section, self.args = option, section, (option, section, msg)


class InterpolationMissingOptionError(InterpolationError):
    def __init__(self, option, section, rawval, reference):
        super().__init__(option, section, (
            "Bad value substitution: option %r in section %r contains an interpolation key %r which is not a valid "
            "option name. Raw value: %r") % (option, section, reference, rawval))
        self.reference, self.args = reference, (option, section, rawval, reference)


class InterpolationSyntaxError(InterpolationError):
    pass


class InterpolationDepthError(InterpolationError):
    def __init__(self, option, section, rawval):
        super().__init__(option, section, (
            "Recursion limit exceeded in value substitution: option %r in section %r contains an interpolation key "
            "which cannot be substituted in %d steps. Raw value: %r")
            % (option, section, MAX_INTERPOLATION_DEPTH, rawval))
        self.args = (option, section, rawval)


def _warn_of_filename():
    import warnings

    warnings.warn("The 'filename' attribute will be removed in Python 3.12. Use 'source' instead.", DeprecationWarning,
                  stacklevel=2)


class ParsingError(Error):
    def __init__(self, source=None, filename=None):
        if filename and source:
            raise ValueError("Cannot specify both `filename' and `source'. Use `source'.")
        if not filename and not source:
            raise ValueError("Required argument `source' not given.")
        source = source or filename
        super().__init__("Source contains parsing errors: %r" % source)
        self.source, self.errors, self.args = source, [], (source,)

    @property
    def filename(self):
        _warn_of_filename()
        return self.source

    @filename.setter
    def filename(self, value):
        _warn_of_filename()
        self.source = value

    def append(self, lineno, line):
        self.errors.append((lineno, line))
        self.message += "\n\t[line %2d]: %s" % (lineno, line)


class MissingSectionHeaderError(ParsingError):
    def __init__(self, filename, lineno, line):
        Error.__init__(self, "File contains no section headers.\nfile: %r, line: %d\n%r" % (filename, lineno, line))
        self.source, self.lineno, self.line, self.args = filename, lineno, line, (filename, lineno, line)
