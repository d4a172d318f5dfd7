"""The settings under test: those of production, with what makes a suite quick and quiet."""

import os

os.environ.setdefault("LANDSBY_SECRET_KEY", "known-to-everybody-and-therefore-good-for-tests-only")
os.environ.setdefault("LANDSBY_PLAIN_HTTP", "1")  # the test client and the journeys speak HTTP
os.environ.setdefault("LANDSBY_LOG_LEVEL", "ERROR")  # refused requests are what many tests are about
# Names without hashes, so that the suite needs no built assets; the journeys serve them as production does.
os.environ.setdefault("LANDSBY_STATIC_STORAGE", "django.contrib.staticfiles.storage.StaticFilesStorage")
os.environ.setdefault("DATABASE_URL", "sqlite://:memory:")

from landsby.config.settings import *  # noqa: F403 - these are all of the settings, on purpose

# A slow hasher is a virtue only in production.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}

# No test leaves a photo on the disk.
STORAGES["photos"] = {"BACKEND": "django.core.files.storage.InMemoryStorage"}  # noqa: F405 - from the settings above

STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # noqa: F405 - from the settings above; whitenoise warns without it
WHITENOISE_AUTOREFRESH = True  # look for a file when it is asked for, not at the start of every test client
