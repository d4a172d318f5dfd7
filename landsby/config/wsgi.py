"""The WSGI entry that granian serves."""

import os

from django.core.wsgi import get_wsgi_application

from landsby.config.settling import settle

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "landsby.config.settings")

application = get_wsgi_application()
settle()
