"""Settings of the web application, safe by default; the environment decides little."""

from datetime import date
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from naungan.config import database, environment, mail
from naungan.office.home import Home


PACKAGE = Path(__file__).parent.parent
OFFICE = environment.read()
HOME = Home(Path(OFFICE.home))
DEMO = OFFICE.mode == "demo"
STORY_DAY = date(2025, 1, 15) if DEMO else None  # see naungan.casework.clock

SECRET_KEY = OFFICE.secret_key
DEBUG = False
PORT = OFFICE.port  # where pages are opened, for papers made while nobody asks
ALLOWED_HOSTS = list(OFFICE.hosts)
ROOT_URLCONF = "naungan.config.urls"
WSGI_APPLICATION = "naungan.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "csp",
    "django_tasks",
    "django_tasks_db",
    "naungan.casework.accounts",
    "naungan.casework.audit",
    "naungan.casework.sharing",
    "naungan.casework.regions",
    "naungan.casework.intake",
    "naungan.casework.review",
    "naungan.casework.fieldwork",
    "naungan.casework.correspondence",
    "naungan.casework.protection",
    "naungan.casework.compliance",
    "naungan.casework.collection",
    "naungan.casework.benefits",
    "naungan.casework.coordination",
    "naungan.casework.commitments",
    "naungan.web",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    # Early, so that refusals and redirects made on the way have it too.
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",  # pads at random against guessing by size
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "naungan.web.programs.request_limit.RequestLimit",  # counts outside the transaction
    "naungan.web.visitor_limit.VisitorLimit",
    "naungan.web.scope.ScopedTransaction",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "naungan.web.language.OwnLanguage",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "naungan.web.audience.AudienceGate",
    "naungan.web.errors.RefusalPage",
    "axes.middleware.AxesMiddleware",
]

DATABASES = {"default": database.of_url(OFFICE.database_url)}
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "django_cache",
    }
}
TASKS = {
    "default": {
        "BACKEND": "django_tasks_db.DatabaseBackend",
        "QUEUES": ["default", "trials"],  # nobody's dry run waits behind a long run
    }
}

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "web" / "templates", PACKAGE / "web" / "pages"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "naungan.web.navigation.context",
            ],
            "builtins": ["naungan.web.moments"],
        },
    },
]

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = [  # what an older one made is made anew when its owner signs in
    "naungan.config.passwords.Passwords",
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        *("UserAttributeSimilarityValidator", "CommonPasswordValidator"),
        "NumericPasswordValidator",
    )
] + [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    }
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "naungan.web.accounts.InvitedOnly"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # the invitation itself proves the address
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # strangers get no letter from us
# Guessing at one account is axes' to stop; many accounts from one place, this.
# A whole office signs in at eight from one address: only those who fail are slowed.
ACCOUNT_RATE_LIMITS = {"login": "600/m/ip", "login_failed": "20/m/ip"}
ACCOUNT_FORMS = {
    "login": "naungan.web.account_forms.SignIn",
    "reset_password": "naungan.web.account_forms.ForgottenPassword",
    "reset_password_from_key": "naungan.web.account_forms.NewPassword",
    "change_password": "naungan.web.account_forms.OtherPassword",
    "reauthenticate": "naungan.web.account_forms.PasswordAgain",
}
MFA_ADAPTER = "naungan.web.accounts.SecondStep"
MFA_FORMS = {
    "authenticate": "naungan.web.account_forms.CodeAtSignIn",
    "reauthenticate": "naungan.web.account_forms.CodeAgain",
    "activate_totp": "naungan.web.account_forms.FirstCode",
}
MFA_ALLOW_UNVERIFIED_EMAIL = True  # see above: a reset notes the address unverified
MFA_TOTP_ISSUER = "Naungan"
MFA_TOTP_TOLERANCE = 1  # a code typed as its step ended, or a slow clock: RFC 6238 §5.2
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
UNMASKED_IN_AN_HOUR = 20  # NIK that one person may open
AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_TEMPLATE = "account/locked.html"
AXES_USERNAME_CALLABLE = "naungan.web.accounts.address_tried"

SESSION_COOKIE_AGE = 60 * 60 * 10  # a long working day
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "naungan.web.errors.csrf_failure"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = OFFICE.https
SECURE_HSTS_SECONDS = 31_536_000 if OFFICE.https else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = OFFICE.https
SECURE_HSTS_PRELOAD = OFFICE.https
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if OFFICE.https else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
_SELF = "'self'"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [_SELF],
        "script-src": [_SELF],
        "style-src": [_SELF],
        "img-src": [_SELF, "data:"],
        "font-src": [_SELF],
        "connect-src": [_SELF],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": [_SELF],
        "frame-ancestors": ["'none'"],
    }
}

LANGUAGE_CODE = "id"
LANGUAGES = [("id", _("Indonesia")), ("en", _("Inggris"))]
LOCALE_PATHS = [PACKAGE / "web" / "locale"]
LANGUAGE_COOKIE_AGE = 60 * 60 * 24 * 365
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SECURE = OFFICE.https
USE_TZ = True
TIME_ZONE = "Asia/Jakarta"

STATIC_URL = "/statis/"
STATIC_ROOT = HOME.path / "static"
STATICFILES_DIRS = [PACKAGE / "web" / "static"]
_ASSETS = (
    "django.contrib.staticfiles.storage.StaticFilesStorage"
    if OFFICE.mode == "test"  # nothing is collected there
    else "whitenoise.storage.CompressedManifestStaticFilesStorage"
)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": _ASSETS},
}
API_LIMITS: dict[str, int] = {  # in a minute
    "key": 600,
    "address": 60,
    "address_with_key": 1_200,
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
_MAIL = mail.of_url(OFFICE.mail_url)
EMAIL_BACKEND = _MAIL.backend
EMAIL_FILE_PATH = HOME.letters  # used where no mail server is named
EMAIL_HOST, EMAIL_PORT = _MAIL.host, _MAIL.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _MAIL.user, _MAIL.password
EMAIL_USE_TLS, EMAIL_USE_SSL = _MAIL.starts_tls, _MAIL.is_tls
EMAIL_TIMEOUT = 20  # seconds
DEFAULT_FROM_EMAIL = _MAIL.user if "@" in _MAIL.user else "naungan@localhost"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "INFO"},
}
