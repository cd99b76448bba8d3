"""The door that the web server opens."""

import gc
import os
from pathlib import Path

from django.core.wsgi import get_wsgi_application
from django.template import Engine
from django.urls import get_resolver

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
    gc.collect()
    gc.freeze()


def compile_templates() -> None:
    """Compile every template of ours; the framework keeps them by their names."""
    ours = Engine.get_default()
    for folder in map(Path, ours.dirs):
        for path in sorted(folder.rglob("*.html")):
            ours.get_template(path.relative_to(folder).as_posix())


os.environ.setdefault("DJANGO_SETTINGS_MODULE", "naungan.config.settings")
application = get_wsgi_application()
settle()
