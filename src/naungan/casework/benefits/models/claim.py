"""A claim, and everything that happened to it in order."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

from naungan.casework.accounts.models import Institution, User
from naungan.casework.benefits import kinds
from naungan.casework.benefits.refusals import REFUSALS
from naungan.casework.benefits.states import CLAIM
from naungan.casework.protection.models import Entry, Scheme


SEXES = {"M": "laki-laki", "F": "perempuan"}


class Claim(models.Model):
    """What happened to one person, and how far what is due has come.

    `institution` is the branch that pays, `reported_by` whose desk wrote the report,
    `sponsor` who owns the scheme that paid the contributions. `facts` are what the law
    is asked with, by the names of its own fields; `due` is its answer as it was on the
    day of the decision. Of one person there is one claim for a death.
    """

    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="cabang"
    )
    reported_by = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="pelapor"
    )
    sponsor = models.ForeignKey(
        Institution,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="penanggung iuran",
    )
    scheme = models.ForeignKey(
        Scheme,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="claims",
        verbose_name="skema",
    )
    entry = models.ForeignKey(
        Entry,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="claims",
        verbose_name="orang dalam daftar",
    )
    village_code = models.CharField("kode desa", max_length=13, blank=True)
    event = models.CharField(
        "kejadian", max_length=12, choices=kinds.choices(kinds.EVENTS)
    )
    event_on = models.DateField("tanggal kejadian")
    place = models.CharField("tempat kejadian", max_length=200, blank=True)
    account = models.TextField("kronologi", blank=True)
    told_on = models.DateField("tanggal laporan")
    told_by = models.CharField(
        "dilaporkan oleh", max_length=10, choices=kinds.choices(kinds.TELLERS)
    )
    teller = models.CharField("nama pelapor", max_length=200, blank=True)
    phone = models.CharField("telepon pelapor", max_length=30, blank=True)
    nik = models.BigIntegerField("NIK", null=True, blank=True)
    name = models.CharField("nama", max_length=200, blank=True)
    birth_date = models.DateField("tanggal lahir", null=True, blank=True)
    sex = models.CharField(
        "jenis kelamin", max_length=1, blank=True, choices=list(SEXES.items())
    )
    kpj = models.CharField("nomor peserta", max_length=20, blank=True)
    fund = models.CharField(
        "dana", max_length=20, choices=list(kinds.FUNDERS.items()), default="unknown"
    )
    employer_name = models.CharField("pemberi kerja", max_length=200, blank=True)
    npp = models.CharField("NPP", max_length=20, blank=True)
    facts: models.JSONField[dict[str, Any], dict[str, Any]] = models.JSONField(
        "keterangan untuk hitungan", default=dict
    )
    state = models.CharField(
        "keadaan", max_length=12, default="reported", choices=CLAIM.choices
    )
    made_at = models.DateTimeField("dicatat", default=timezone.now)
    made_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name="dicatat oleh"
    )
    complete_on = models.DateField("berkas lengkap", null=True, blank=True)
    pay_by = models.DateField("harus dibayar", null=True, blank=True)
    decided_on = models.DateField("diputus", null=True, blank=True)
    due: models.JSONField[dict[str, Any], dict[str, Any]] = models.JSONField(
        "hitungan menurut hukum", default=dict
    )
    due_idr = models.BigIntegerField("menjadi hak", null=True, blank=True)
    law_version = models.CharField("versi hukum", max_length=64, blank=True)
    refusal = models.CharField(
        "sebab ditolak",
        max_length=20,
        blank=True,
        choices=[(one.code, one.label) for one in REFUSALS.values()],
    )
    refusal_text = models.TextField("alasan penolakan", blank=True)
    paid_on = models.DateField("dibayar", null=True, blank=True)
    paid_idr = models.BigIntegerField("dibayar rupiah", null=True, blank=True)
    payer = models.CharField("yang membayar", max_length=10, blank=True)
    reference = models.CharField("bukti bayar", max_length=100, blank=True)
    closed_at = models.DateTimeField("selesai", null=True, blank=True)
    erased_at = models.DateTimeField("dihapus", null=True, blank=True)

    class Meta:
        verbose_name = "klaim"
        verbose_name_plural = "klaim"
        ordering = ("-told_on", "-pk")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("nik",),
                condition=Q(event__in=kinds.DEATHS) & ~Q(state="withdrawn"),
                name="%(app_label)s_%(class)s_dies_once",
            ),
            models.CheckConstraint(
                condition=Q(told_on__gte=models.F("event_on")),
                name="%(app_label)s_%(class)s_told_after",
            ),
            models.CheckConstraint(
                condition=Q(paid_on__isnull=True, paid_idr__isnull=True)
                | Q(paid_on__isnull=False, paid_idr__gte=0),
                name="%(app_label)s_%(class)s_paid_pair",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=("institution", "state", "-told_on", "-id"),
                name="benefits_claim_desk",
            ),
            models.Index(fields=("village_code",), name="benefits_claim_place"),
            models.Index(fields=("sponsor", "-told_on"), name="benefits_claim_sponsor"),
            models.Index(fields=("reported_by", "-told_on"), name="benefits_claim_by"),
        ]

    def __str__(self) -> str:
        return f"{self.event} {self.pk}"

    @property
    def programme(self) -> str:
        """Give the programme that pays for what happened."""
        return kinds.PROGRAMMES[self.event]

    @property
    def is_death(self) -> bool:
        """Tell whether heirs are left."""
        return self.event in kinds.DEATHS


class Happening(models.Model):
    """One thing that was done with a claim; never changed."""

    claim = models.ForeignKey(
        Claim, models.PROTECT, related_name="past", verbose_name="klaim"
    )
    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    verb = models.CharField("perbuatan", max_length=20)
    done_on = models.DateField("tanggal")
    text = models.TextField("keterangan", blank=True)
    at = models.DateTimeField("dicatat", default=timezone.now)
    by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name="dicatat oleh"
    )

    class Meta:
        verbose_name = "riwayat klaim"
        verbose_name_plural = "riwayat klaim"
        ordering = ("claim", "pk")

    def __str__(self) -> str:
        return f"{self.claim_id} {self.verb}"
