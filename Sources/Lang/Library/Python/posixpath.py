"""What `os.path` is here, under its own name."""
import os.path as _path

globals().update({name: value for name, value in vars(_path).items() if not name.startswith("_")})
__all__ = _path.__all__
