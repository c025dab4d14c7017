"""The names of exception groups, of which there can be none."""


def raised(function):
    try:
        function()
    except (ExceptionGroup, BaseExceptionGroup):
        return "a group"
    except Exception as error:
        return type(error).__name__


print(raised(lambda: 1 / 0), raised(lambda: [][0]))
print(isinstance(ValueError(), BaseExceptionGroup), issubclass(ExceptionGroup, Exception))
print([cls.__name__ for cls in ExceptionGroup.__mro__], ExceptionGroup.__module__)
