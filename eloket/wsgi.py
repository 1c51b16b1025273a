"""The WSGI application that gunicorn serves."""

import os
from importlib import import_module

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "eloket.settings")

application = get_wsgi_application()

# After the apps are loaded: each web process says each minute that it lives.
import_module("eloket.outbox.services").start_pols("web")
