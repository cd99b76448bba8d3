"""The fields of institutions, people and sign-in, the libraries' included."""

from typing import Final

from naungan.casework.privacy import Declared, Held, of_nobody


NAME: Final = Held(
    "personal",
    "siapa yang bekerja dan bertanggung jawab",
    "people",
    "diganti nama tanpa orang",
)
ADDRESS: Final = Held(
    "personal", "masuk dan pemulihan kata sandi", "people", "diganti alamat kosong"
)
INVITED: Final = Held(
    "personal",
    "kepada siapa undangan diberikan",
    "invitations",
    "diganti alamat kosong",
)
KEY: Final = Held("secret", "membuktikan siapa yang masuk", "people", "dihapus")
WORK: Final = Held(
    "personal",
    "siapa memegang wewenang apa, sejak dan sampai kapan",
    "acts",
    "tetap, menunjuk pada orang tanpa nama",
)
SIGN_IN: Final = Held("personal", "mencegah tebakan kata sandi", "sign_ins", "dihapus")
SESSION: Final = Held("secret", "menjaga orang tetap masuk", "sessions", "dihapus")
JOB: Final = Held("personal", "menjalankan pekerjaan latar", "jobs", "dihapus")

DECLARED: Final[Declared] = {
    "accounts.Institution": of_nobody(
        *("id", "code", "kind", "name", "region_code", "needs_approval", "closed_on")
    ),
    "accounts.User": {
        **of_nobody("id", "language", "shortcuts", "is_active", "erased_at"),
        "name": NAME,
        "email": ADDRESS,
        "password": KEY,
        "last_login": WORK,
        "date_joined": WORK,
    },
    "accounts.Appointment": {
        **of_nobody("id", "institution"),
        **dict.fromkeys(("user", "role", "from_on", "until_on", "ended_at"), WORK),
        **dict.fromkeys(("acting", "acts_for"), WORK),
    },
    "accounts.Invitation": {
        **of_nobody("id", "institution", "role", "from_on", "until_on", "expires_at"),
        **of_nobody("invited_at", "accepted_at", "withdrawn_at", "wrong_passwords"),
        "email": INVITED,
        "code_hash": Held("secret", "membuka undangan", "invitations", "tidak membuka"),
        **dict.fromkeys(("invited_by", "accepted_by", "withdrawn_by"), WORK),
    },
    "accounts.ApiToken": {
        **of_nobody("id", "institution", "name", "start", "powers", "region_code"),
        **of_nobody("created_at", "expires_at", "last_used_at", "revoked_at"),
        "hash": Held(
            "secret", "membuktikan program mana yang bertanya", "acts", "tetap"
        ),
        **dict.fromkeys(("created_by", "revoked_by"), WORK),
    },
    "accounts.RequestCount": {
        **of_nobody("minute", "count"),
        "key": Held(
            "personal",
            "membatasi seringnya bertanya; sidik alamat jaringan atau kunci",
            "sessions",
            "dihapus",
        ),
    },
    "account.EmailAddress": {
        **of_nobody("id", "verified", "primary"),
        "user": ADDRESS,
        "email": ADDRESS,
    },
    "account.EmailConfirmation": {
        **of_nobody("id", "created", "sent"),
        "email_address": ADDRESS,
        "key": KEY,
    },
    "mfa.Authenticator": {
        **of_nobody("id", "type", "created_at", "last_used_at"),
        "user": KEY,
        "data": KEY,
    },
    "axes.AccessAttempt": {
        **of_nobody("id", "http_accept", "path_info", "failures_since_start"),
        **dict.fromkeys(("user_agent", "ip_address", "username"), SIGN_IN),
        **dict.fromkeys(("attempt_time", "get_data", "post_data"), SIGN_IN),
    },
    "axes.AccessAttemptExpiration": of_nobody("access_attempt", "expires_at"),
    "axes.AccessFailureLog": {
        **of_nobody("id", "http_accept", "path_info", "locked_out"),
        **dict.fromkeys(("user_agent", "ip_address", "username"), SIGN_IN),
        "attempt_time": SIGN_IN,
    },
    "axes.AccessLog": {
        **of_nobody("id", "http_accept", "path_info"),
        **dict.fromkeys(("user_agent", "ip_address", "username"), SIGN_IN),
        **dict.fromkeys(("attempt_time", "logout_time", "session_hash"), SIGN_IN),
    },
    "sessions.Session": {
        **of_nobody("expire_date"),
        "session_key": SESSION,
        "session_data": SESSION,
    },
    "django_tasks_database.DBTaskResult": {
        **of_nobody("id", "status", "enqueued_at", "started_at", "finished_at"),
        **of_nobody("priority", "task_path", "worker_ids", "queue_name", "run_after"),
        **of_nobody("backend_name", "exception_class_path"),
        **dict.fromkeys(("args_kwargs", "return_value", "traceback"), JOB),
    },
    "auth.Permission": of_nobody("id", "name", "content_type", "codename"),
    "auth.Group": of_nobody("id", "name"),
    "auth.Group_permissions": of_nobody("id", "group", "permission"),
    "contenttypes.ContentType": of_nobody("id", "app_label", "model"),
}
