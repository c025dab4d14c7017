"""The package of urllib.parse and urllib.error."""
