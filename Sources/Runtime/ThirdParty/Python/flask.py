"""Flask's names, for specs that add pages to Locust's web page if there is one (`if environment.web_ui:`).

A spec can't add pages here, so `environment.web_ui` is None. Handlers may be declared; what would serve them raises.
"""

import logging

logging.getLogger("locust.web").warning(
    "The spec imports flask: pages of its own can't be added to the web page, and are left out"
)


class _Absent:
    def __init__(self, name, module="flask"):
        self._name = f"{module}.{name}"

    def _refuse(self):
        raise NotImplementedError(
            f"{self._name} can't be used: a spec adds no pages to the web page; "
            "remove it, or keep it behind `if environment.web_ui:`"
        )

    def __call__(self, *args, **kwargs):
        self._refuse()

    def __getattr__(self, name):
        self._refuse()

    def __repr__(self):
        return f"<{self._name}, which is not here>"


class Blueprint:
    """Takes handlers, which nobody will call."""

    def __init__(self, name, import_name, **options):
        self.name = name
        self.import_name = import_name

    def route(self, rule, **options):
        return lambda handler: handler

    get = post = put = delete = patch = route

    def before_request(self, handler):
        return handler

    after_request = before_request


(
    Flask, Request, Response, abort, current_app, flash, g, jsonify, make_response, redirect, render_template,
    render_template_string, request, send_file, send_from_directory, session, url_for,
) = map(
    _Absent,
    "Flask Request Response abort current_app flash g jsonify make_response redirect render_template "
    "render_template_string request send_file send_from_directory session url_for".split(),
)
