"""Dates as people write them, spans by calendar, time zones and simple recurrences."""
__version__ = "2.9.0"
