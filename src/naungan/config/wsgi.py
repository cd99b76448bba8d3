"""The door that the web server opens."""

import gc
import os
from collections.abc import Callable
from pathlib import Path
from wsgiref.util import setup_testing_defaults

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import connections
from django.template import Engine
from django.urls import get_resolver, reverse

from naungan.law.book import enacted


def settle() -> None:
    """Load every page and the law, and keep them out of the search for garbage.

    They stay until the process ends. Searched through with the rest, they stop
    whatever page is being made for a fifth of a second now and then: templates
    alone, each compiled when first asked for, for a tenth.
    """
    assert get_resolver().url_patterns
    assert enacted().version
    compile_templates()
    open_first_page()
    gc.collect()
    gc.freeze()


def compile_templates() -> None:
    """Compile every template of ours; the framework keeps them by their names."""
    ours = Engine.get_default()
    for folder in map(Path, ours.dirs):
        for path in sorted(folder.rglob("*.html")):
            ours.get_template(path.relative_to(folder).as_posix())


def open_first_page() -> list[str]:
    """Answer the page that anybody may open, in both languages; give how it went.

    What the first answer loads (middleware, words of both languages, the renderer of
    forms) costs a tenth of a second; nobody should wait for it.
    """
    told: list[str] = []

    def start(status: str, *_rest: object) -> Callable[[bytes], object]:
        told.append(status)
        return len

    for language in ("id", "en"):
        asked: dict[str, object] = {
            "PATH_INFO": reverse("calculator"),
            "HTTP_HOST": settings.ALLOWED_HOSTS[0].lstrip(".*") or "localhost",
            "HTTP_X_FORWARDED_PROTO": "https",
            "wsgi.url_scheme": "https",
            "HTTP_COOKIE": f"{settings.LANGUAGE_COOKIE_NAME}={language}",
        }
        setup_testing_defaults(asked)
        answer = application(asked, start)
        b"".join(answer)
        answer.close()
    for one in connections.all(initialized_only=True):
        if not one.in_atomic_block:
            one.close()
    return told


os.environ.setdefault("DJANGO_SETTINGS_MODULE", "naungan.config.settings")
application = get_wsgi_application()
settle()
