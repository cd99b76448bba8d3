"""What came in, in series and batches; runs; and the snapshots they published."""

from typing import ClassVar

from django.db import models

from naungan.casework.accounts.models import Institution, User
from naungan.casework.intake.kinds import CAUSES, KINDS
from naungan.casework.intake.states import BATCH, RUN, UNDECIDED


class Tombstone(models.Model):
    """A person who is hidden in every snapshot of a region, old ones included."""

    region_code = models.CharField("kode wilayah", max_length=13, blank=True)
    person_id = models.BigIntegerField("nomor orang")
    at = models.DateTimeField("saat", auto_now_add=True)
    reason = models.CharField("alasan", max_length=200)

    class Meta:
        verbose_name = "orang tersembunyi"
        verbose_name_plural = "orang tersembunyi"
        ordering = ("pk",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("region_code", "person_id"),
                name="%(app_label)s_%(class)s_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.region_code} {self.person_id}"


class Publication(models.Model):
    """One run's answer for a region and month; never changed, only followed."""

    region_code = models.CharField("kode wilayah", max_length=13)
    month = models.IntegerField("bulan")  # year * 12 + month - 1
    run = models.PositiveIntegerField("proses ke-")
    folder = models.CharField("folder", max_length=200, unique=True)
    published_at = models.DateTimeField("terbit")
    invented = models.BooleanField("rekaan", default=False)
    sample = models.BooleanField("contoh kecil", default=False)
    remark = models.TextField("keterangan", blank=True)
    law_version = models.CharField("versi hukum", max_length=16)

    class Meta:
        verbose_name = "potret terbit"
        verbose_name_plural = "potret terbit"
        ordering = ("region_code", "-month", "-run")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("region_code", "run"), name="%(app_label)s_%(class)s_run"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.region_code} {self.folder}"


class Series(models.Model):
    """What one sender sends again and again: a kind of file for a region."""

    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="series", verbose_name="lembaga"
    )
    kind = models.CharField(
        "jenis berkas", max_length=20, choices=[(k.code, k.label) for k in KINDS]
    )
    region_code = models.CharField("kode wilayah", max_length=13, blank=True)
    label = models.CharField("sebutan", max_length=120, blank=True)

    class Meta:
        verbose_name = "seri berkas"
        verbose_name_plural = "seri berkas"
        ordering = ("region_code", "kind", "label", "pk")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("institution", "kind", "region_code", "label"),
                name="%(app_label)s_%(class)s_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.region_code} {self.label}".strip()


class Batch(models.Model):
    """One file handed in: an entry of its series that is never overwritten.

    `month` is the month of which the file tells, `counts` what the dry run read,
    accepted, rejected and set aside, `returned` the workbook with its rejected
    rows. The file itself lies in `HOME.uploads` under its hash.
    """

    series = models.ForeignKey(
        Series, models.PROTECT, related_name="batches", verbose_name="seri"
    )
    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="batches", verbose_name="lembaga"
    )
    number = models.PositiveIntegerField("nomor dalam seri")
    mode = models.CharField(
        "cara",
        max_length=10,
        choices=[("replace", "menggantikan"), ("add", "menambah")],
    )
    state = models.CharField("keadaan", max_length=12, choices=BATCH.choices)
    name = models.CharField("nama berkas", max_length=200)
    size = models.BigIntegerField("byte")
    sha256 = models.CharField("sidik", max_length=64)
    month = models.IntegerField("bulan")  # year * 12 + month - 1
    mapping = models.JSONField("pemetaan kolom", default=dict)
    counts = models.JSONField("hitungan uji coba", default=dict)
    messages = models.JSONField("pesan uji coba", default=list)
    returned = models.CharField("berkas kembalian", max_length=80, blank=True)
    fault = models.TextField("halangan", blank=True)
    trying_since = models.DateTimeField("mulai diuji", null=True, blank=True)
    tried_at = models.DateTimeField("diuji", null=True, blank=True)
    received_at = models.DateTimeField("diterima", auto_now_add=True)
    received_by = models.ForeignKey(
        User,
        models.PROTECT,
        null=True,
        related_name="batches_sent",
        verbose_name="diunggah oleh",
    )
    submitted_at = models.DateTimeField("diajukan", null=True, blank=True)
    submitted_by = models.ForeignKey(
        User,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="batches_submitted",
        verbose_name="diajukan oleh",
    )
    decided_at = models.DateTimeField("diputus", null=True, blank=True)
    decided_by = models.ForeignKey(
        User,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="batches_decided",
        verbose_name="diputus oleh",
    )
    reason = models.CharField("alasan", max_length=500, blank=True)
    ended_at = models.DateTimeField("berakhir", null=True, blank=True)
    ended_by = models.ForeignKey(
        User,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="batches_ended",
        verbose_name="diakhiri oleh",
    )
    removed_at = models.DateTimeField("berkasnya dihapus", null=True, blank=True)

    class Meta:
        verbose_name = "berkas masuk"
        verbose_name_plural = "berkas masuk"
        ordering = ("-received_at", "-pk")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("series", "number"), name="%(app_label)s_%(class)s_number"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.series} {self.number}"


class Mapping(models.Model):
    """Which header means which column, as an institution said it last."""

    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="mappings", verbose_name="lembaga"
    )
    kind = models.CharField(
        "jenis berkas", max_length=20, choices=[(k.code, k.label) for k in KINDS]
    )
    fingerprint = models.CharField("sidik judul kolom", max_length=64)
    mapping = models.JSONField("pemetaan kolom")
    used_at = models.DateTimeField("terakhir dipakai", auto_now=True)
    used_by = models.ForeignKey(
        User,
        models.PROTECT,
        related_name="mappings",
        verbose_name="dipakai oleh",
    )

    class Meta:
        verbose_name = "pemetaan kolom"
        verbose_name_plural = "pemetaan kolom"
        ordering = ("pk",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("institution", "kind", "fingerprint"),
                name="%(app_label)s_%(class)s_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.fingerprint[:12]}"


class Run(models.Model):
    """One reconciliation of a region, asked for by an act, done by a worker.

    `inputs` are the batches it read, by number, hash, kind and institution; `fingerprint` stands for these and everything
    else that decides the answer. Of one region at most one waits, one runs and one is
    held: its answer lies in `folder`, unseen, and `held` says what it would change.
    """

    region_code = models.CharField("kode wilayah", max_length=13, blank=True)
    month = models.IntegerField("bulan")  # year * 12 + month - 1
    state = models.CharField("keadaan", max_length=12, choices=RUN.choices)
    cause = models.CharField(
        "sebab", max_length=12, choices=[(one.code, one.label) for one in CAUSES]
    )
    fraction = models.FloatField("bagian selesai", default=0.0)
    sentence = models.CharField("sedang apa", max_length=200, blank=True)
    fault = models.TextField("halangan", blank=True)
    institution = models.ForeignKey(
        Institution,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="runs",
        verbose_name="lembaga",
    )
    asked_by = models.ForeignKey(
        User,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="runs_asked",
        verbose_name="diminta oleh",
    )
    queued_at = models.DateTimeField("diminta", auto_now_add=True)
    started_at = models.DateTimeField("mulai", null=True, blank=True)
    ended_at = models.DateTimeField("berakhir", null=True, blank=True)
    cancel_asked_at = models.DateTimeField("diminta batal", null=True, blank=True)
    cancel_asked_by = models.ForeignKey(
        User,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="runs_cancelled",
        verbose_name="dibatalkan oleh",
    )
    attempt = models.PositiveSmallIntegerField("percobaan ke-", default=0)
    inputs = models.JSONField("berkas yang dibaca", default=list)
    fingerprint = models.CharField("sidik masukan", max_length=64, blank=True)
    folder = models.CharField("folder yang ditahan", max_length=200, blank=True)
    held = models.JSONField("perubahan yang menahan", default=dict, blank=True)
    held_at = models.DateTimeField("ditahan", null=True, blank=True)
    decided_at = models.DateTimeField("diputus", null=True, blank=True)
    decided_by = models.ForeignKey(
        User,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="runs_decided",
        verbose_name="diputus oleh",
    )
    reason = models.CharField("alasan", max_length=500, blank=True)
    publication = models.ForeignKey(
        Publication,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="runs",
        verbose_name="potret",
    )

    class Meta:
        verbose_name = "proses"
        verbose_name_plural = "proses"
        ordering = ("-pk",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("region_code", "state"),
                condition=models.Q(state__in=UNDECIDED),
                name="%(app_label)s_%(class)s_one_open",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.region_code} {self.pk}"
