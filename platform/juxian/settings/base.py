"""What every environment shares. Values that differ, and every secret, come from the environment."""

from pathlib import Path

from juxian.settings.environment import database, flag, required, text

ROOT = Path(__file__).resolve().parents[3]
FRONTEND_DIST = ROOT / "frontend" / "dist"

SECRET_KEY = text("JUXIAN_SECRET_KEY", "")
DEBUG = False
DEMONSTRATION = False

# The host a request names is checked by the tenancy middleware against the hosts on file, which is
# stricter than a pattern list: whatever is not on file is answered 404 before anything else runs.
ALLOWED_HOSTS = ["*"]
BASE_HOST = text("JUXIAN_BASE_HOST", "juxian.localhost")
PUBLIC_SCHEME = text("JUXIAN_SCHEME", "https")
PUBLIC_PORT = text("JUXIAN_PORT", "")

SHARED_APPS = [
    "juxian.tenancy",
    "django_tenants",
    "juxian.common",
    "juxian.vault",
    "juxian.audit",
    "juxian.identity",
    "juxian.profiles",
    "juxian.notifications",
    "juxian.draws",
    "juxian.sharing",
    "juxian.operations",
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "django_prometheus",
]
TENANT_APPS = [
    "juxian.vault",
    "juxian.audit",
    "tenants.workspace",
    "tenants.experts",
    "tenants.recruitment",
    "tenants.appointments",
    "tenants.committees",
    "tenants.selection",
]
# Apps with behaviour but no tables of their own.
PLAIN_APPS = ["tenants.demonstration"]
INSTALLED_APPS = SHARED_APPS + [app for app in TENANT_APPS if app not in SHARED_APPS] + PLAIN_APPS

TENANT_MODEL = "tenancy.Agency"
TENANT_DOMAIN_MODEL = "tenancy.AgencyHost"
DATABASE_ROUTERS = ["django_tenants.routers.TenantSyncRouter"]
DATABASES = {"default": database(required("DATABASE_URL"))}
TENANT_LIMIT_SET_CALLS = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

REDIS_URL = required("REDIS_URL")
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": REDIS_URL,
        "KEY_FUNCTION": "juxian.tenancy.cache.realm_key",
    }
}

MIDDLEWARE = [
    "django_prometheus.middleware.PrometheusBeforeMiddleware",
    "juxian.common.middleware.RequestLogMiddleware",
    # Static files are the same for everybody: they are answered before a host is looked up.
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "juxian.tenancy.middleware.RealmMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "juxian.common.middleware.ContentSecurityMiddleware",
    "juxian.identity.sessions.RealmSessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "juxian.identity.middleware.ActorMiddleware",
    "juxian.common.middleware.RefusalMiddleware",
    "django_prometheus.middleware.PrometheusAfterMiddleware",
]
ROOT_URLCONF = "juxian.urls.portal"
WSGI_APPLICATION = "juxian.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "platform" / "juxian" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "juxian.common.pages.page_context",
            ],
        },
    },
]

AUTH_USER_MODEL = "identity.Account"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
LOGIN_URL = "/signin/"
LOGIN_REDIRECT_URL = "/"

ACCOUNT_ADAPTER = "juxian.identity.allauth_adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_SIGNUP_FORM_CLASS = "juxian.identity.forms.RealNameFields"
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_PREVENT_ENUMERATION = True
ALLAUTH_TRUSTED_PROXY_COUNT = int(text("JUXIAN_TRUSTED_PROXIES", "0"))
MFA_ADAPTER = "juxian.identity.mfa_adapter.MfaAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "聚贤"

SESSION_ENGINE = "juxian.identity.sessions"
SESSION_COOKIE_NAME = "__Host-juxian"
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 3600
SESSION_SAVE_EVERY_REQUEST = False
CSRF_USE_SESSIONS = True
CSRF_FAILURE_VIEW = "juxian.common.pages.csrf_failure"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
USE_X_FORWARDED_HOST = False

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "简体中文"), ("en", "English")]
LANGUAGE_COOKIE_NAME = "juxian-language"
LOCALE_PATHS = [ROOT / "platform" / "juxian" / "locale"]
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True
USE_I18N = True

STATIC_URL = "/static/"
STATIC_ROOT = ROOT / ".local" / "static"
STATICFILES_DIRS: list[Path | tuple[str, Path]] = [ROOT / "platform" / "juxian" / "static"]
if FRONTEND_DIST.exists():
    STATICFILES_DIRS.append(("app", FRONTEND_DIST))
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": text("JUXIAN_FILES", str(ROOT / ".local" / "files"))},
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedStaticFilesStorage"},
}
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 2**20
DATA_UPLOAD_MAX_MEMORY_SIZE = 4 * 2**20
UPLOAD_LIMIT_BYTES = 20 * 2**20
FONT_DIRECTORIES = [
    ROOT / "frontend" / "node_modules" / "@expo-google-fonts" / "noto-serif-sc",
    ROOT / "frontend" / "node_modules" / "@expo-google-fonts" / "noto-sans-sc",
]

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["juxian.identity.authentication.RealmSessionAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["juxian.common.api.access.DeclaredAccess"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser", "rest_framework.parsers.MultiPartParser"],
    "DEFAULT_PAGINATION_CLASS": "juxian.common.api.pages.Pages",
    "DEFAULT_SCHEMA_CLASS": "juxian.common.api.schema.AppSchema",
    "EXCEPTION_HANDLER": "juxian.common.api.errors.handle",
    "PAGE_SIZE": 20,
    "UNAUTHENTICATED_USER": "juxian.identity.models.Anonymous",
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Juxian 聚贤",
    "DESCRIPTION": "The expert-pool platform: agency, expert, operator and sign-in interfaces.",
    "VERSION": "1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_URLCONF": "juxian.urls.schema",
    "SERVE_AUTHENTICATION": [],
    "SCHEMA_PATH_PREFIX": r"/(at/\{agency\}/)?api",
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "COMPONENT_SPLIT_REQUEST": True,
    "ENUM_GENERATE_CHOICE_DESCRIPTION": False,
}

CELERY = {
    "broker_url": REDIS_URL,
    "result_backend": None,
    "task_ignore_result": True,
    "task_acks_late": True,
    "task_reject_on_worker_lost": True,
    "worker_prefetch_multiplier": 1,
    "task_serializer": "json",
    "accept_content": ["json"],
    "broker_connection_retry_on_startup": True,
    "broker_transport_options": {"visibility_timeout": 3600, "global_keyprefix": text("JUXIAN_QUEUE_PREFIX", "")},
    "timezone": "Asia/Shanghai",
}

VAULT_MASTER_KEYS = text("JUXIAN_MASTER_KEYS", "")
VAULT_KEY_FILE = text("JUXIAN_MASTER_KEY_FILE", "")
VAULT_CIPHER = text("JUXIAN_CIPHER", "AES-256-GCM")

SENTRY_DSN = text("SENTRY_DSN", "")
PROMETHEUS_EXPORT_MIGRATIONS = False
METRICS_TOKEN = text("JUXIAN_METRICS_TOKEN", "")
SMS_GATEWAY = text("JUXIAN_SMS_GATEWAY", "juxian.notifications.channels.sms.NoGateway")
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
DEFAULT_FROM_EMAIL = text("JUXIAN_FROM_EMAIL", "juxian@juxian.localhost")
LOG_JSON = flag("JUXIAN_LOG_JSON", True)
LOGGING_CONFIG = "juxian.common.logs.configure"
LOGGING: dict[str, object] = {}
SILENCED_SYSTEM_CHECKS: list[str] = []
