"""A row of a CSV file for each request."""

import csv
import logging
import time

logger = logging.getLogger(__name__)

CSV_COLUMNS = (
    "timestamp", "request_type", "name", "response_time_ms", "response_length", "status_code", "exception",
)


class CsvRequestLogger:
    """Writes the file from `register` to the end of the run, and to the disk after each `flush_interval` rows."""

    def __init__(self, filepath, *, flush_interval=1):
        self.filepath = filepath
        self.flush_interval = max(1, flush_interval)
        self._file = None
        self._writer = None
        self._rows = 0

    def register(self, environment):
        environment.events.request.add_listener(self._on_request)
        environment.events.quitting.add_listener(self._on_quitting)
        self.close()
        self._file = open(self.filepath, "w", newline="", encoding="utf-8")
        self._writer = csv.writer(self._file)
        self._writer.writerow(CSV_COLUMNS)
        self._file.flush()
        logger.debug("CsvRequestLogger: writing per-request log to %s", self.filepath)

    def close(self):
        if self._file is not None:
            self._file.close()
            logger.debug("CsvRequestLogger: closed %s", self.filepath)
        self._file = self._writer = None
        self._rows = 0

    def _on_request(
        self, *, request_type, name, response_time, response_length, exception=None, response=None, start_time=None,
        **kwargs,
    ):
        if self._writer is None:
            return
        try:
            status = int(response.status_code)
        except (AttributeError, TypeError, ValueError):
            status = 0
        self._writer.writerow(
            [
                round(time.time() if start_time is None else start_time, 6), request_type, name,
                "" if response_time is None else round(response_time, 2), response_length, status,
                "" if exception is None else str(exception),
            ]
        )
        self._rows += 1
        if self._rows % self.flush_interval == 0:
            self._file.flush()

    def _on_quitting(self, **kwargs):
        self.close()
