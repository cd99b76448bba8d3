"""The door that the web server opens."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

from naungan.law.book import enacted


def settle() -> None:
    """Load every page and the law, and keep them out of the search for garbage.

    They stay until the process ends. Searched through with the rest, they stop
    whatever page is being made for a fifth of a second now and then.
    """
    assert get_resolver().url_patterns
    assert enacted().version
    gc.collect()
    gc.freeze()


os.environ.setdefault("DJANGO_SETTINGS_MODULE", "naungan.config.settings")
application = get_wsgi_application()
settle()
