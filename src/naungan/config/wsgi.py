"""The door that the web server opens."""

import os

from django.core.wsgi import get_wsgi_application


os.environ.setdefault("DJANGO_SETTINGS_MODULE", "naungan.config.settings")
application = get_wsgi_application()
