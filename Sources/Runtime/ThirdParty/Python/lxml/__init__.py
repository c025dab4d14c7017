"""Reading of HTML and XML with libxml2; what changes documents isn't there."""
__version__ = "5.0"
