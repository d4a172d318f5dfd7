"""Django's settings. What differs between installations comes from the environment (`.env.example`)."""

from pathlib import Path

from csp.constants import NONE, SELF

from landsby.config.environment import database, env, secret_key, sign_in_limits
from landsby.config.logs import logging_settings
from landsby.config.sign_on import origins, providers, read_sign_ons

PROJECT_ROOT = Path(__file__).resolve().parents[2]

DEMO = env.bool("LANDSBY_DEMO", default=False)
DEBUG = env.bool("LANDSBY_DEBUG", default=False)
SECRET_KEY = secret_key(debug=DEBUG or DEMO)
ALLOWED_HOSTS = env.list("LANDSBY_ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("LANDSBY_TRUSTED_ORIGINS", default=[])

# Behind TLS by default: only debugging and the demo on one's own machine speak plain HTTP.
ON_PLAIN_HTTP = DEBUG or DEMO or env.bool("LANDSBY_PLAIN_HTTP", default=False)
# How many proxies stand in front; only what they wrote of X-Forwarded-For is believed.
TRUSTED_PROXIES = max(0, env.int("LANDSBY_TRUSTED_PROXIES", default=0))

INSTALLED_APPS = [
    "landsby.web.home",
    "landsby.web.overviews",
    "landsby.web.evaluations",
    "landsby.web.indicators",
    "landsby.web.courses",
    "landsby.web.halls",
    "landsby.web.gatherings",
    "landsby.web.wheel",
    "landsby.web.plans",
    "landsby.web.activities",
    "landsby.web.initiatives",
    "landsby.web.photos",
    "landsby.web.blueprints",
    "landsby.web.partnerships",
    "landsby.web.accounts",
    "landsby.web.kit",
    # Below our rooms, so that our own templates come before its.
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",
    "django_htmx",
    "template_partials",
    "csp",
    "django_tasks",
    "django_tasks_db",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "landsby.web.partnerships.second_factor.SecondFactorMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "csp.middleware.CSPMiddleware",
    "landsby.web.kit.refusals.explain_refusals",
]

ROOT_URLCONF = "landsby.config.urls"
WSGI_APPLICATION = "landsby.config.wsgi.application"
FORM_RENDERER = "landsby.web.kit.forms.Renderer"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "landsby.web.kit.page.page",
            ],
            "builtins": ["landsby.web.kit.templatetags.kit"],
        },
    }
]

DATABASES = {"default": database(f"sqlite:///{PROJECT_ROOT}/var/landsby.sqlite3")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Counts of wrong passwords are shared by all processes, so they are kept in the database.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "landsby_cache",
        "KEY_FUNCTION": "landsby.config.environment.hashed_key",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home:front"
LOGOUT_REDIRECT_URL = "home:front"
AUTH_PASSWORD_VALIDATORS = [{"NAME": "landsby.web.accounts.passwords.PlainPassword"}]

# What is sent by e-mail: invitations, and links to choose a new password. Without an address nothing is sent.
EMAIL_URL = env.str("LANDSBY_EMAIL_URL", default="")
vars().update(env.email_url_config(EMAIL_URL or "dummymail://"))
DEFAULT_FROM_EMAIL = env.str("LANDSBY_EMAIL_FROM", default="landsby@localhost")

# For how many days the link of an invitation works.
INVITATION_DAYS = max(1, env.int("LANDSBY_INVITATION_DAYS", default=14))

# So many days before a duty its hosts are reminded of it.
REMINDER_DAYS = max(0, env.int("LANDSBY_REMINDER_DAYS", default=3))

# For how many days a device keeps what somebody was typing and never saved.
DRAFT_DAYS = max(1, env.int("LANDSBY_DRAFT_DAYS", default=30))

# Signing in. There is no sign-up: people come by invitation, or as their municipality says.
ACCOUNT_ADAPTER = "landsby.web.accounts.adapter.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "landsby.web.accounts.forms.SignInForm",
    "reauthenticate": "landsby.web.accounts.forms.SamePersonForm",
    "reset_password": "landsby.web.accounts.forms.ForgottenPasswordForm",
    "reset_password_from_key": "landsby.web.accounts.forms.NewPasswordForm",
}
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # an invitation has gone to the address; nobody types their own
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_RATE_LIMITS = sign_in_limits(TRUSTED_PROXIES)

# Whoever holds one of these rights anywhere must have a second factor; in the demo nobody.
SECOND_FACTOR_FOR = [] if DEMO else env.list("LANDSBY_SECOND_FACTOR_FOR", default=["manage_people", "see_audit"])
MFA_ADAPTER = "landsby.web.accounts.adapter.SecondFactorAdapter"
MFA_FORMS = {
    "activate_totp": "landsby.web.accounts.forms.StartAppForm",
    "authenticate": "landsby.web.accounts.forms.CodeForm",
    "reauthenticate": "landsby.web.accounts.forms.SamePersonByCodeForm",
}
MFA_SUPPORTED_TYPES = ["recovery_codes", "totp", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_RATE_LIMITS = {"webauthn_login": "100/m/ip" if TRUSTED_PROXIES else ""}
MFA_ALLOW_UNVERIFIED_EMAIL = True  # as ACCOUNT_EMAIL_VERIFICATION
MFA_TOTP_ISSUER = "Landsby"
MFA_TOTP_TOLERANCE = 1  # half a minute either way, for clocks that are not quite right
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = ON_PLAIN_HTTP

# Municipalities that sign their own people in.
SIGN_ONS = read_sign_ons(env.str("LANDSBY_SIGN_ON_FILE", default=""))
SOCIALACCOUNT_ADAPTER = "landsby.web.partnerships.sign_on.SignOnAdapter"
SOCIALACCOUNT_PROVIDERS = providers(SIGN_ONS.values())
SOCIALACCOUNT_EMAIL_VERIFICATION = "none"

LANGUAGE_CODE = "da"
# Each language is called what it calls itself.
LANGUAGES = [("da", "Dansk"), ("en", "English")]
LOCALE_PATHS = [PROJECT_ROOT / "landsby" / "locale"]
TIME_ZONE = "Europe/Copenhagen"
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = PROJECT_ROOT / "var" / "static"
# Photos lie where no web server serves from; only Landsby's own views read them.
PHOTO_FOLDER = env.path("LANDSBY_PHOTO_FOLDER", default=str(PROJECT_ROOT / "var" / "photos"))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "photos": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {
            "location": str(PHOTO_FOLDER),
            "file_permissions_mode": 0o600,
            "directory_permissions_mode": 0o700,
        },
    },
    "staticfiles": {
        "BACKEND": env.str("LANDSBY_STATIC_STORAGE", default="whitenoise.storage.CompressedManifestStaticFilesStorage")
    },
}
WHITENOISE_USE_FINDERS = DEBUG

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

SECURE_SSL_REDIRECT = not ON_PLAIN_HTTP
SECURE_REDIRECT_EXEMPT = [r"^health$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 0 if ON_PLAIN_HTTP else 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = not ON_PLAIN_HTTP
SECURE_HSTS_PRELOAD = not ON_PLAIN_HTTP
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_SECURE = not ON_PLAIN_HTTP
SESSION_COOKIE_AGE = 14 * 24 * 3600
CSRF_COOKIE_SECURE = not ON_PLAIN_HTTP
CSRF_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SECURE = not ON_PLAIN_HTTP
X_FRAME_OPTIONS = "DENY"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "worker-src": [SELF],
        # A form that begins a municipality's sign-in leads there.
        "form-action": [SELF, *origins(SIGN_ONS.values())],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

ACCESSIBILITY_STATEMENT_URL = env.str("LANDSBY_ACCESSIBILITY_STATEMENT_URL", default="")

LOGGING = logging_settings(env.str("LANDSBY_LOG_LEVEL", default="INFO"))
