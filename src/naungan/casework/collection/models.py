"""A debt frozen for a case, what was paid of it, instalments promised, and what came of it.

A debt and its lines are never changed: a later count is a debt that replaces the one
before. Allocations follow from the lines and the payments that stand, by the law, and
are written anew whenever either changes.
"""

from typing import ClassVar, Final

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from naungan.casework.accounts.models import Institution, User
from naungan.casework.collection.states import DEBT, PAYMENT, PLAN
from naungan.casework.compliance.models import Case, StepTaken
from naungan.lib.programmes import BITS


SETTLES: Final = {"contribution": "iuran", "fine": "denda"}
SOURCES: Final = {"entered": "dicatat petugas", "imported": "dari berkas"}
COUNTED_FROM: Final = {"snapshot": "potret", "typed": "diisi petugas"}
GAINS: Final = {"registered": "baru terlindungi", "reactivated": "aktif kembali"}
"""What a later snapshot shows of a worker whom a finding of the case concerned."""


class OfCase(models.Model):
    """What belongs to a case, written for the institution that wrote it."""

    case = models.ForeignKey(
        Case, models.CASCADE, related_name="%(class)ss", verbose_name="kasus"
    )
    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )

    class Meta:
        abstract = True


class Debt(OfCase):
    """What an employer owed on a day: contributions by month and programme, frozen.

    `question` is what was asked of the law, without names; fines are counted from the
    lines on every day that somebody asks. `run` and `month` are those of the snapshot
    that told the payroll. Payments before `payments_from` stay with the debt that this
    one replaced; the first debt of a case takes all of them.
    """

    counted_on = models.DateField("dihitung per")
    payments_from = models.DateField("pembayaran sejak", null=True, blank=True)
    source = models.CharField(
        "sumber", max_length=10, choices=list(COUNTED_FROM.items())
    )
    run = models.IntegerField("proses", null=True, blank=True)
    month = models.IntegerField("bulan potret", null=True, blank=True)
    question = models.JSONField("pertanyaan kepada hukum")
    confidence = models.CharField("keyakinan", max_length=20)
    law_version = models.CharField("versi hukum", max_length=16)
    labour_intensive = models.BooleanField("padat karya", default=False)
    principal_idr = models.BigIntegerField("pokok")
    workers = models.IntegerField("pekerja", default=0)
    made_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name="dibuat oleh"
    )
    made_at = models.DateTimeField("dibuat", default=timezone.now)
    state = models.CharField(
        "keadaan", max_length=10, default="standing", choices=DEBT.choices
    )

    class Meta:
        verbose_name = "utang"
        verbose_name_plural = "utang"
        ordering = ("-made_at", "-pk")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("case",),
                condition=Q(state="standing"),
                name="%(app_label)s_%(class)s_one_stands",
            ),
            models.CheckConstraint(
                condition=Q(principal_idr__gt=0),
                name="%(app_label)s_%(class)s_owes",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.counted_on}"


class DebtLine(OfCase):
    """One programme's month of a debt: shares in rupiah and the day it fell due."""

    debt = models.ForeignKey(
        Debt, models.RESTRICT, related_name="lines", verbose_name="utang"
    )
    month = models.IntegerField("bulan iuran")
    programme = models.CharField(
        "program", max_length=3, choices=[(code, code) for code in BITS]
    )
    employer_idr = models.BigIntegerField("bagian pemberi kerja")
    worker_idr = models.BigIntegerField("bagian pekerja")
    due_on = models.DateField("jatuh tempo")

    class Meta:
        verbose_name = "bulan terutang"
        verbose_name_plural = "bulan terutang"
        ordering = ("month", "pk")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("debt", "month", "programme"),
                name="%(app_label)s_%(class)s_once",
            ),
            models.CheckConstraint(
                condition=Q(employer_idr__gte=0, worker_idr__gte=0),
                name="%(app_label)s_%(class)s_not_negative",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.month} {self.programme}"

    @property
    def principal_idr(self) -> int:
        """The contribution of both together."""
        return self.employer_idr + self.worker_idr


class Payment(OfCase):
    """What an employer paid to the fund for a case; one that was wrong is voided.

    `surplus_idr` is what no frozen month took. `for_month` is set where the payer said
    for which month it is.
    """

    paid_on = models.DateField("tanggal bayar")
    amount_idr = models.BigIntegerField("rupiah")
    reference = models.CharField("nomor bukti", max_length=60, blank=True)
    for_month = models.IntegerField("untuk bulan iuran", null=True, blank=True)
    source = models.CharField("sumber", max_length=10, choices=list(SOURCES.items()))
    state = models.CharField(
        "keadaan", max_length=10, default="standing", choices=PAYMENT.choices
    )
    surplus_idr = models.BigIntegerField("lebih bayar", default=0)
    recorded_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name="dicatat oleh"
    )
    recorded_at = models.DateTimeField("dicatat", default=timezone.now)
    void_reason = models.CharField("alasan dibatalkan", max_length=300, blank=True)
    voided_by = models.ForeignKey(
        User,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="dibatalkan oleh",
    )
    voided_at = models.DateTimeField("dibatalkan", null=True, blank=True)

    class Meta:
        verbose_name = "pembayaran"
        verbose_name_plural = "pembayaran"
        ordering = ("paid_on", "pk")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("institution", "reference", "paid_on", "amount_idr"),
                condition=Q(state="standing") & ~Q(reference=""),
                name="%(app_label)s_%(class)s_once",
            ),
            models.CheckConstraint(
                condition=Q(amount_idr__gt=0)
                & Q(surplus_idr__gte=0)
                & Q(surplus_idr__lte=F("amount_idr")),
                name="%(app_label)s_%(class)s_bounds",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=("institution", "paid_on"), name="collection_payment_days"
            )
        ]

    def __str__(self) -> str:
        return f"{self.paid_on} {self.amount_idr}"


class Allocation(OfCase):
    """What of a payment went to one frozen line, as contribution or as fine."""

    payment = models.ForeignKey(
        Payment, models.RESTRICT, related_name="parts", verbose_name="pembayaran"
    )
    line = models.ForeignKey(
        DebtLine, models.RESTRICT, related_name="parts", verbose_name="bulan terutang"
    )
    kind = models.CharField("untuk", max_length=12, choices=list(SETTLES.items()))
    amount_idr = models.BigIntegerField("rupiah")

    class Meta:
        verbose_name = "alokasi"
        verbose_name_plural = "alokasi"
        ordering = ("payment", "line", "kind")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("payment", "line", "kind"),
                name="%(app_label)s_%(class)s_once",
            ),
            models.CheckConstraint(
                condition=Q(amount_idr__gt=0),
                name="%(app_label)s_%(class)s_positive",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.payment_id} {self.line_id} {self.kind}"


class InstalmentPlan(OfCase):
    """A promise to pay in parts: signed when, and how it stands.

    What was paid before it was signed does not keep it: `paid_before_idr`.
    """

    signed_on = models.DateField("tanggal perjanjian")
    agreement = models.CharField("nomor perjanjian", max_length=80, blank=True)
    paid_before_idr = models.BigIntegerField("sudah dibayar sebelumnya", default=0)
    state = models.CharField(
        "keadaan", max_length=10, default="running", choices=PLAN.choices
    )
    broken_on = models.DateField("terputus", null=True, blank=True)
    law_version = models.CharField("versi hukum", max_length=16)
    made_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name="dibuat oleh"
    )
    made_at = models.DateTimeField("dibuat", default=timezone.now)

    class Meta:
        verbose_name = "rencana cicilan"
        verbose_name_plural = "rencana cicilan"
        ordering = ("-made_at", "-pk")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("case",),
                condition=~Q(state="replaced"),
                name="%(app_label)s_%(class)s_one_counts",
            )
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.signed_on}"


class Instalment(OfCase):
    """One instalment: due when, how much, after which day collection opens again."""

    plan = models.ForeignKey(
        InstalmentPlan, models.RESTRICT, related_name="lines", verbose_name="rencana"
    )
    number = models.IntegerField("cicilan ke")
    due_on = models.DateField("jatuh tempo")
    amount_idr = models.BigIntegerField("rupiah")
    reopens_on = models.DateField("dibuka kembali sesudah")

    class Meta:
        verbose_name = "cicilan"
        verbose_name_plural = "cicilan"
        ordering = ("number",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("plan", "number"), name="%(app_label)s_%(class)s_once"
            ),
            models.CheckConstraint(
                condition=Q(amount_idr__gt=0),
                name="%(app_label)s_%(class)s_positive",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=("reopens_on",), name="collection_instalment_due")
        ]

    def __str__(self) -> str:
        return f"{self.plan_id} {self.number}"


class Recovery(OfCase):
    """Rupiah recovered by one payment, counted once, by the step that brought them."""

    payment = models.OneToOneField(
        Payment, models.RESTRICT, related_name="recovery", verbose_name="pembayaran"
    )
    step = models.ForeignKey(
        StepTaken,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="langkah",
    )
    paid_on = models.DateField("tanggal bayar")
    contribution_idr = models.BigIntegerField("iuran")
    fine_idr = models.BigIntegerField("denda")

    class Meta:
        verbose_name = "hasil penagihan"
        verbose_name_plural = "hasil penagihan"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(contribution_idr__gte=0, fine_idr__gte=0),
                name="%(app_label)s_%(class)s_not_negative",
            )
        ]
        indexes: ClassVar = [
            models.Index(
                fields=("institution", "paid_on"), name="collection_recovery_days"
            )
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.paid_on}"


class WorkerGained(OfCase):
    """A worker of a case whom a later snapshot shows as covered, counted only once.

    The number is the one that snapshots of the region `series` give the person.
    """

    series = models.CharField("wilayah potret", max_length=13, blank=True)
    person_id = models.BigIntegerField("nomor orang")
    gain = models.CharField("hasil", max_length=12, choices=list(GAINS.items()))
    run = models.IntegerField("proses")
    seen_on = models.DateField("terlihat")
    step = models.ForeignKey(
        StepTaken,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="langkah",
    )

    class Meta:
        verbose_name = "pekerja yang didapat"
        verbose_name_plural = "pekerja yang didapat"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("institution", "series", "person_id"),
                name="%(app_label)s_%(class)s_once",
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=("institution", "seen_on"), name="collection_gain_days")
        ]

    def __str__(self) -> str:
        return f"{self.series} {self.person_id}"
