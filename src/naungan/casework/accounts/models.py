"""Institutions, people, their appointments, and invitations to come in.

A person works for an institution by an appointment with a first and, sometimes,
a last day; acting for somebody else is an appointment that names whom.
"""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from naungan.casework.accounts.acting import ACTING
from naungan.casework.accounts.kinds import KINDS
from naungan.casework.accounts.roles import ROLES


class Institution(models.Model):
    """An office of the state or of BPJS Ketenagakerjaan with its region."""

    code = models.SlugField("kode", unique=True)
    kind = models.CharField(
        "jenis", max_length=20, choices=[(k.code, k.label) for k in KINDS.values()]
    )
    name = models.CharField("nama", max_length=200)
    region_code = models.CharField("kode wilayah", max_length=13, blank=True)
    needs_approval = models.BooleanField("berkas disetujui orang kedua", default=False)
    closed_on = models.DateField("ditutup", null=True, blank=True)

    class Meta:
        verbose_name = "lembaga"
        verbose_name_plural = "lembaga"
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class UserManager(BaseUserManager["User"]):
    """People are made by an invitation or by the first-run wizard only."""

    def create_user(
        self, email: str, password: str | None = None, **rest: Any
    ) -> "User":
        """Make a person who signs in with an address and a password."""
        user = self.model(email=self.normalize_email(email).lower(), **rest)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """A person who signs in; what they may do hangs on their appointments."""

    email = models.EmailField("surel", unique=True)
    name = models.CharField("nama", max_length=200)
    language = models.CharField(
        "bahasa",
        max_length=2,
        default="id",
        choices=[("id", "Indonesia"), ("en", "English")],
    )
    shortcuts = models.BooleanField("pintasan papan tik satu huruf", default=True)
    is_active = models.BooleanField("aktif", default=True)
    erased_at = models.DateTimeField("dihapus", null=True, blank=True)
    date_joined = models.DateTimeField("bergabung", auto_now_add=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    objects: ClassVar[UserManager] = UserManager()

    class Meta:
        verbose_name = "orang"
        verbose_name_plural = "orang"
        constraints: ClassVar = [
            models.UniqueConstraint(
                Lower("email"), name="%(app_label)s_%(class)s_email_lower"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        """Give the name as it is written."""
        return self.name


class Appointment(models.Model):
    """A person's role in an institution, from its first to its last day.

    `until_on` is the last day; `ended_at` the moment from which it was taken away.
    """

    user = models.ForeignKey(
        User, models.PROTECT, related_name="appointments", verbose_name="orang"
    )
    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="appointments", verbose_name="lembaga"
    )
    role = models.CharField(
        "peran", max_length=30, choices=[(r.code, r.label) for r in ROLES.values()]
    )
    from_on = models.DateField("mulai")
    until_on = models.DateField("sampai", null=True, blank=True)
    ended_at = models.DateTimeField("dicabut", null=True, blank=True)
    acting = models.CharField(
        "sebagai",
        max_length=10,
        blank=True,
        choices=[(one.code, one.label) for one in ACTING.values()],
    )
    acts_for = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="deputies",
        verbose_name="menggantikan",
    )

    class Meta:
        verbose_name = "penugasan"
        verbose_name_plural = "penugasan"
        ordering = ("institution__name", "user__name", "from_on")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("from_on")),
                name="%(app_label)s_%(class)s_ends_after_start",
            ),
            models.UniqueConstraint(
                fields=("user", "institution", "role"),
                condition=Q(
                    until_on__isnull=True, ended_at__isnull=True, acts_for__isnull=True
                ),
                name="%(app_label)s_%(class)s_one_open",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.get_role_display()} · {self.institution}"


class Invitation(models.Model):
    """A place kept for somebody until a moment; its code is known only by its hash."""

    email = models.EmailField("surel")
    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="invitations", verbose_name="lembaga"
    )
    role = models.CharField(
        "peran", max_length=30, choices=[(r.code, r.label) for r in ROLES.values()]
    )
    from_on = models.DateField("mulai", null=True, blank=True)
    until_on = models.DateField("sampai", null=True, blank=True)
    code_hash = models.CharField("sidik kode", max_length=64, unique=True)
    invited_by = models.ForeignKey(
        User,
        models.PROTECT,
        related_name="invitations_sent",
        verbose_name="diundang oleh",
    )
    invited_at = models.DateTimeField("diundang", auto_now_add=True)
    expires_at = models.DateTimeField("berlaku sampai")
    wrong_passwords = models.PositiveSmallIntegerField("kata sandi salah", default=0)
    accepted_at = models.DateTimeField("diterima", null=True, blank=True)
    accepted_by = models.ForeignKey(
        User,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="invitations_accepted",
        verbose_name="diterima oleh",
    )
    withdrawn_at = models.DateTimeField("ditarik", null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        User,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="invitations_withdrawn",
        verbose_name="ditarik oleh",
    )

    class Meta:
        verbose_name = "undangan"
        verbose_name_plural = "undangan"
        ordering = ("-invited_at",)
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(accepted_at__isnull=True, accepted_by__isnull=True)
                | Q(accepted_at__isnull=False, accepted_by__isnull=False),
                name="%(app_label)s_%(class)s_accepted_pair",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True, withdrawn_by__isnull=True)
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False),
                name="%(app_label)s_%(class)s_withdrawn_pair",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.email} · {self.institution}"


class ApiToken(models.Model):
    """A key with which a program of an institution asks; known only by its hash.

    `start` are its first characters, by which people tell keys apart. It asks for
    `region_code` and what lies in it, with `powers`, until a moment.
    """

    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="tokens", verbose_name="lembaga"
    )
    name = models.CharField("dipakai untuk", max_length=80)
    hash = models.CharField("sidik", max_length=64, unique=True, editable=False)
    start = models.CharField("awalan", max_length=16, editable=False)
    powers = ArrayField(models.CharField(max_length=30), verbose_name="wewenang")
    region_code = models.CharField("kode wilayah", max_length=13, blank=True)
    created_at = models.DateTimeField("dibuat", auto_now_add=True)
    created_by = models.ForeignKey(
        User, models.PROTECT, related_name="tokens_made", verbose_name="dibuat oleh"
    )
    expires_at = models.DateTimeField("berlaku sampai")
    last_used_at = models.DateTimeField("terakhir dipakai", null=True, blank=True)
    revoked_at = models.DateTimeField("dicabut", null=True, blank=True)
    revoked_by = models.ForeignKey(
        User,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="tokens_revoked",
        verbose_name="dicabut oleh",
    )

    class Meta:
        verbose_name = "kunci API"
        verbose_name_plural = "kunci API"
        ordering = ("-created_at", "-pk")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(revoked_at__isnull=True, revoked_by__isnull=True)
                | Q(revoked_at__isnull=False, revoked_by__isnull=False),
                name="%(app_label)s_%(class)s_revoked_pair",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.start}… {self.name}"


class RequestCount(models.Model):
    """How often one asker asked within the minute that runs; nobody is named by it."""

    key = models.CharField("sidik penanya", max_length=64, primary_key=True)
    minute = models.BigIntegerField("menit")  # since 1970
    count = models.PositiveIntegerField("banyaknya")

    class Meta:
        verbose_name = "hitungan permintaan"
        verbose_name_plural = "hitungan permintaan"

    def __str__(self) -> str:
        return f"{self.key[:8]} {self.count}"
