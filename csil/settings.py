"""One settings file; what differs from one installation to the next comes from the environment (README, « Réglages »)."""

import os
from datetime import timedelta
from pathlib import Path

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from csil.exploitation import environnement

RACINE = Path(__file__).resolve().parent.parent
VAR = Path(os.environ.get("CSIL_VAR") or RACINE / "var")

if not os.environ.get("CSIL_DATABASE_URL"):
    environnement.charger_fichier(VAR / "local.env")
    if not os.environ.get("CSIL_DATABASE_URL"):
        raise ImproperlyConfigured(
            "aucune base de données : lancez « make demo », ou donnez CSIL_DATABASE_URL (voir le README)."
        )

# The installation
CSIL_COMMUNE = environnement.texte("CSIL_COMMUNE", "Liège")
CSIL_ADRESSE = environnement.texte("CSIL_ADRESSE").rstrip("/")
DEMONSTRATION = environnement.booleen("CSIL_DEMONSTRATION")
DEBUG = False
SECRET_KEY = environnement.secret("CSIL_SECRET_KEY")
CSIL_CLE_IDENTITE = environnement.secret("CSIL_CLE_IDENTITE")
CSIL_CLE_SECRETS = environnement.secret("CSIL_CLE_SECRETS")
ALLOWED_HOSTS = environnement.liste("CSIL_HOTES")
if not DEMONSTRATION and not CSIL_ADRESSE.startswith("https://"):
    raise ImproperlyConfigured("la variable CSIL_ADRESSE doit commencer par https:// hors démonstration.")
CSRF_TRUSTED_ORIGINS = [CSIL_ADRESSE]

# Database: requests speak as csil_app, migrations and server commands as csil_owner (conception §4)
PROPRIETAIRE = environnement.booleen("CSIL_PROPRIETAIRE")
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        **environnement.base("CSIL_DATABASE_OWNER_URL" if PROPRIETAIRE else "CSIL_DATABASE_URL"),
        "ATOMIC_REQUESTS": True,
        "CONN_MAX_AGE": None,
        # The signed identity travels with each statement that opens a transaction: DECLARE takes one query only.
        "DISABLE_SERVER_SIDE_CURSORS": True,
        # The path is said here: a role may change its own default, and so stop the platform for everybody.
        "OPTIONS": {"connect_timeout": 5, "options": "-c search_path=public"},
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "csil",
    "partenaires",
    "concertation",
    "informations_sensibles",
    "csil.administration.apps.AdministrationConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django_filters",
    "django_htmx",
    "django_prose_editor",  # the library of the editor, as a static file (csil/texte/texte_riche.py)
    "guardian",
    "simple_history",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csil.identite.parole.middleware",
    "allauth.account.middleware.AccountMiddleware",
    "csil.comptes.connexions.middleware",
    "csil.acces.portes.PorteMiddleware",
    "csil.comptes.inactivite.InactiviteMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "csil.classification.arret.ArretMiddleware",
]

ROOT_URLCONF = "csil.urls"
WSGI_APPLICATION = "csil.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [RACINE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csil.accueil.contexte.plateforme",
            ]
        },
    }
]

# Who logs in, and how
AUTH_USER_MODEL = "csil.Utilisateur"
AUTHENTICATION_BACKENDS = ["csil.comptes.allauth.Backend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "accueil"
PASSWORD_RESET_TIMEOUT = 60 * environnement.entier("CSIL_MOT_DE_PASSE_MINUTES", 60)
CSIL_INVITATION_DUREE = timedelta(days=environnement.entier("CSIL_INVITATION_JOURS", 7))
CSIL_CELLULE_INACTIVITE = timedelta(minutes=environnement.entier("CSIL_CELLULE_INACTIVITE_MINUTES", 15))
CSIL_INACTIVITE = timedelta(minutes=environnement.entier("CSIL_INACTIVITE_MINUTES", 30))
# Mandates are reviewed every so many months; unanswered, they are suspended after so many days (H13).
CSIL_REVUE_MOIS = environnement.entier("CSIL_REVUE_MOIS", 6)
CSIL_REVUE_DELAI = timedelta(days=environnement.entier("CSIL_REVUE_DELAI_JOURS", 30))

# The Cellule: when a report is due (days), a contact point, a drill and a process fall due again (months)
CSIL_SIGNALEMENT_JOURS = environnement.entier("CSIL_SIGNALEMENT_JOURS", 7)
CSIL_SIGNALEMENT_PARTENAIRE_JOURS = environnement.entier("CSIL_SIGNALEMENT_PARTENAIRE_JOURS", 7)
CSIL_POINT_DE_CONTACT_MOIS = environnement.entier("CSIL_POINT_DE_CONTACT_MOIS", 6)
CSIL_EXERCICE_MOIS = environnement.entier("CSIL_EXERCICE_MOIS", 12)
CSIL_PROCESSUS_MOIS = environnement.entier("CSIL_PROCESSUS_MOIS", 12)
# How long a dossier is kept once closed, and a proposal that was not followed up (months; half for a minor). To be
# validated by the data protection officer.
CSIL_CONSERVATION_MOIS = environnement.entier("CSIL_CONSERVATION_MOIS", 12)
CSIL_CONSERVATION_SANS_SUITE_MOIS = environnement.entier("CSIL_CONSERVATION_SANS_SUITE_MOIS", 6)

ACCOUNT_ADAPTER = "csil.comptes.allauth.AdaptateurCompte"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_NOTIFICATIONS = True  # a person is told when their password or second factor changes
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_DEFAULT_HTTP_PROTOCOL = CSIL_ADRESSE.partition(":")[0]
ACCOUNT_FORMS = {"reset_password_from_key": "csil.comptes.allauth.ChoisirMotDePasse"}
# Failures are counted, not logins: a whole office comes from one address.
ACCOUNT_RATE_LIMITS = {
    "login": None,
    "login_failed": "50/5m/ip,5/5m/key",
    "reset_password": "100/h/ip,5/h/key",
    "reponse": "20/h/key",  # to a convocation, by its link
}
ALLAUTH_TRUSTED_PROXY_COUNT = environnement.entier("CSIL_PROXYS", 0, minimum=0)
MFA_ADAPTER = "csil.comptes.allauth.AdaptateurSecondFacteur"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = f"CSIL {CSIL_COMMUNE}"
MFA_TOTP_PERIOD = 30  # seconds
MFA_TOTP_TOLERANCE = 1
MFA_ALLOW_UNVERIFIED_EMAIL = True  # an account is invited by e-mail: the address answered
MFA_TRUST_ENABLED = True
MFA_TRUST_COOKIE_AGE = timedelta(days=14)
MFA_FORMS = {
    "authenticate": "csil.comptes.allauth.SaisirCode",
    "reauthenticate": "csil.comptes.allauth.ConfirmerCode",
}
# allauth's limits and used codes live in the cache: shared by every process, kept over a restart.
CACHES = {"default": {"BACKEND": "csil.exploitation.cache.CacheEnJson", "LOCATION": "csil_cache"}}

SESSION_ENGINE = "csil.comptes.sessions"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_AGE = int(timedelta(hours=12).total_seconds())
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not DEMONSTRATION
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "csil.exploitation.views.erreurs.csrf"

# guardian stores rights and does not answer for them
ANONYMOUS_USER_NAME = None
GUARDIAN_MONKEY_PATCH_USER = False
SILENCED_SYSTEM_CHECKS = ["guardian.W001"]  # its backend is left out on purpose (conception §3)

# Pages
LANGUAGE_CODE = "fr-be"
TIME_ZONE = "Europe/Brussels"
USE_I18N = True
USE_TZ = True
SECURE_SSL_REDIRECT = not DEMONSTRATION
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 0 if DEMONSTRATION else int(timedelta(days=365).total_seconds())
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = not DEMONSTRATION
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "manifest-src": [SELF],
    }
}
STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [RACINE / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
MEDIA_ROOT = VAR / "fichiers"

# E-mail
DEFAULT_FROM_EMAIL = SERVER_EMAIL = environnement.texte("CSIL_EXPEDITEUR", "plateforme@csil.example")
if DEMONSTRATION:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = VAR / "courriels"
else:
    EMAIL_HOST = environnement.texte("CSIL_SMTP_HOTE", "localhost")
    EMAIL_PORT = environnement.entier("CSIL_SMTP_PORT", 25)
    EMAIL_HOST_USER = environnement.texte("CSIL_SMTP_UTILISATEUR", "")
    EMAIL_HOST_PASSWORD = environnement.texte("CSIL_SMTP_MOT_DE_PASSE", "")
    EMAIL_USE_TLS = environnement.booleen("CSIL_SMTP_TLS")
    EMAIL_TIMEOUT = 15

# Classified information (csil/classification): what the security officer opened, and what the city adds to the lists
CSIL_DIFFUSION_RESTREINTE = environnement.booleen("CSIL_DIFFUSION_RESTREINTE")
CSIL_MARQUAGES = environnement.liste("CSIL_MARQUAGES", "")
CSIL_EXPRESSIONS_ORDINAIRES = environnement.liste("CSIL_EXPRESSIONS_ORDINAIRES", "")
# The groups that stand for the security officer: they see what is in quarantine exists, and decide on it
CSIL_OFFICIERS_SECURITE = environnement.liste("CSIL_OFFICIERS_SECURITE", "Référent Radicalisme,Chef de Corps")

# Errors go to the console, without values: neither a report nor a log may hold what somebody typed (csil/exploitation/rapports.py).
DEFAULT_EXCEPTION_REPORTER = "csil.exploitation.rapports.Rapport"
DEFAULT_EXCEPTION_REPORTER_FILTER = "csil.exploitation.rapports.FiltreSansTexte"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"sans_texte": {"()": "csil.exploitation.rapports.SansTexte"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "sans_texte"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"django": {"handlers": ["console"], "level": "WARNING", "propagate": False}},
}
SIMPLE_HISTORY_REVERT_DISABLED = True
SIMPLE_HISTORY_ENFORCE_HISTORY_MODEL_PERMISSIONS = True
