from pytz import AmbiguousTimeError, InvalidTimeError, NonExistentTimeError, UnknownTimeZoneError
