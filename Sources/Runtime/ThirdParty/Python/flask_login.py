"""flask_login's names, for specs that guard Locust's web page if there is one (`if environment.web_ui:`).

`environment.web_ui` is None here: `--web-login` and `--htpasswd` guard the page.
"""

from flask import _Absent


class UserMixin:
    is_active = is_authenticated = True
    is_anonymous = False

    def get_id(self):
        return str(self.id)


def login_required(handler):
    return handler


LoginManager, current_user, login_user, logout_user = (
    _Absent(name, "flask_login") for name in ("LoginManager", "current_user", "login_user", "logout_user")
)
