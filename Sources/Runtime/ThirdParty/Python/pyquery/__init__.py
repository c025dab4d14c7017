"""jQuery's way to read documents, on lxml's elements."""
from pyquery.pyquery import PyQuery
