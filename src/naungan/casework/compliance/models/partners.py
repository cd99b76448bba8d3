"""Other institutions in a case: who takes part, what was handed over, mandates."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from naungan.casework.accounts.models import Institution, User
from naungan.casework.compliance import kinds
from naungan.casework.compliance.models.cases import Case
from naungan.casework.compliance.states import ALIVE, HAND_OVER, MANDATE


class Participation(models.Model):
    """An institution that sees a case and acts in it; `until` ends that.

    `owner` is the institution of the case, written beside it for row-level security.
    """

    case = models.ForeignKey(
        Case, models.CASCADE, related_name="participations", verbose_name="kasus"
    )
    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    owner = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="pemilik kasus"
    )
    since = models.DateField("sejak")
    until = models.DateField("sampai", null=True, blank=True)

    class Meta:
        verbose_name = "peserta kasus"
        verbose_name_plural = "peserta kasus"
        ordering = ("since", "pk")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("case", "institution"),
                condition=Q(until__isnull=True),
                name="%(app_label)s_%(class)s_one_open",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=("institution", "case"),
                condition=Q(until__isnull=True),
                name="compliance_takes_part",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.institution_id}"


class HandOver(models.Model):
    """A case sent to another institution, which accepts or rejects with a reason."""

    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="dari"
    )
    to = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="kepada"
    )
    case = models.ForeignKey(
        Case, models.PROTECT, related_name="hand_overs", verbose_name="kasus"
    )
    kind = models.CharField(
        "jenis", max_length=10, choices=kinds.choices(kinds.HAND_OVERS)
    )
    sent_on = models.DateField("dikirim pada")
    sent_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name="dikirim oleh"
    )
    message = models.CharField("pesan", max_length=500, blank=True)
    state = models.CharField(
        "keadaan", max_length=10, default=HAND_OVER.first, choices=HAND_OVER.choices
    )
    reason = models.CharField("alasan", max_length=500, blank=True)
    decided_by = models.ForeignKey(
        User,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="diputus oleh",
    )
    decided_at = models.DateTimeField("diputus", null=True, blank=True)

    class Meta:
        verbose_name = "penyerahan kasus"
        verbose_name_plural = "penyerahan kasus"
        ordering = ("sent_on", "pk")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("case", "to"),
                condition=Q(state="sent"),
                name="%(app_label)s_%(class)s_one_sent",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=("to",),
                condition=Q(state="sent"),
                name="compliance_handover_waits",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.kind} {self.state}"


class Skk(models.Model):
    """A mandate to the state attorney, one per employer and kind, with its amounts.

    `institution` gives it, `to` holds it; the months are from and to which debts are
    claimed. A litigation follows by a mandate of its own, whose `parent` it is. Its
    `number` is that of its letter, "" until that is issued.
    """

    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="pemberi kuasa"
    )
    to = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="penerima kuasa"
    )
    case = models.ForeignKey(
        Case, models.PROTECT, related_name="mandates", verbose_name="kasus"
    )
    number = models.CharField("nomor", max_length=120, blank=True)
    kind = models.CharField(
        "jenis", max_length=16, choices=kinds.choices(kinds.MANDATES)
    )
    category = models.CharField(
        "golongan", max_length=20, choices=kinds.choices(kinds.CATEGORIES)
    )
    issued_on = models.DateField("diterbitkan pada")
    issued_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name="diterbitkan oleh"
    )
    principal_idr = models.BigIntegerField("pokok", default=0)
    fine_idr = models.BigIntegerField("denda", default=0)
    from_month = models.IntegerField("dari bulan", null=True, blank=True)
    to_month = models.IntegerField("sampai bulan", null=True, blank=True)
    until_on = models.DateField("berlaku sampai", null=True, blank=True)
    state = models.CharField(
        "keadaan", max_length=10, default=MANDATE.first, choices=MANDATE.choices
    )
    registered_on = models.DateField("dicatat pada", null=True, blank=True)
    registered_number = models.CharField("nomor register", max_length=100, blank=True)
    ended_on = models.DateField("berakhir pada", null=True, blank=True)
    reason = models.CharField("alasan", max_length=500, blank=True)
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="followed_by",
        verbose_name="lanjutan dari",
    )
    recorded_at = models.DateTimeField("dicatat", default=timezone.now)

    class Meta:
        verbose_name = "surat kuasa khusus"
        verbose_name_plural = "surat kuasa khusus"
        ordering = ("-issued_on", "-pk")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("case", "kind"),
                condition=Q(state__in=ALIVE),
                name="%(app_label)s_%(class)s_one_alive",
            ),
            models.CheckConstraint(
                condition=Q(from_month__isnull=True) | Q(to_month__gte=F("from_month")),
                name="%(app_label)s_%(class)s_months",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=("institution", "issued_on"), name="compliance_skk_issued"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.kind}".strip()
