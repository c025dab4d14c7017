"""loguru's logger over the log of the run."""
from loguru._logger import Logger as _Logger

logger = _Logger()
