"""Texts by which regions bind themselves, and what was seen of the duties of Inpres 2/2021."""

from typing import ClassVar, Final

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import F, GeneratedField, Q
from django.utils import timezone

from naungan.casework.accounts.models import Institution, User


MARKS: Final = {
    "done": "dilaksanakan",
    "partly": "sebagian",
    "not_done": "belum",
    "not_due": "tidak berlaku di sini",
}
"""What was seen of a duty in a region."""


class PolicyInstrument(models.Model):
    """A regional law, regulation, circular, instruction, decree or agreement.

    Of a day that was not printed whole, `month` (1 to 12) and `year` say what was.
    """

    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    kind = models.CharField("jenis", max_length=20)
    number = models.CharField("nomor", max_length=120, blank=True)
    office = models.CharField("kode kantor dalam nomor", max_length=60, blank=True)
    month = models.PositiveSmallIntegerField("bulan dalam nomor", null=True, blank=True)
    year = models.PositiveSmallIntegerField("tahun", null=True, blank=True)
    title = models.CharField("tentang", max_length=300)
    region_code = models.CharField("kode wilayah", max_length=13, blank=True)
    issued_on = models.DateField("ditetapkan", null=True, blank=True)
    in_force_on = models.DateField("berlaku", null=True, blank=True)
    expires_on = models.DateField("berakhir", null=True, blank=True)
    scope = models.CharField("cakupan", max_length=500, blank=True)
    issuer = models.CharField("diterbitkan oleh", max_length=200)
    addressees = models.CharField("ditujukan kepada", max_length=500, blank=True)
    url = models.URLField("alamat sumber", max_length=500, blank=True)
    paper = models.CharField("sidik berkas", max_length=64, blank=True)
    paper_name = models.CharField("nama berkas", max_length=200, blank=True)
    replaced_by = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="replaces",
        verbose_name="digantikan oleh",
    )
    noted_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name="dicatat oleh"
    )
    noted_at = models.DateTimeField("dicatat", default=timezone.now)
    words = GeneratedField(
        expression=SearchVector(
            "title", "number", "scope", "issuer", config="indonesian"
        ),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    class Meta:
        verbose_name = "aturan daerah"
        verbose_name_plural = "aturan daerah"
        ordering = ("region_code", "kind", "-year", "pk")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("region_code", "kind", "number", "year"),
                condition=~Q(number=""),
                name="%(app_label)s_%(class)s_once",
            ),
            models.CheckConstraint(
                condition=Q(expires_on__isnull=True)
                | Q(in_force_on__isnull=True)
                | Q(expires_on__gte=F("in_force_on")),
                name="%(app_label)s_%(class)s_ends_after_start",
            ),
            models.CheckConstraint(
                condition=Q(month__isnull=True) | Q(month__range=(1, 12)),
                name="%(app_label)s_%(class)s_month",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=("expires_on",),
                condition=Q(expires_on__isnull=False),
                name="coordination_policy_expires",
            ),
            GinIndex(fields=("words",), name="coordination_policy_words"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.number}"


class PolicyDuty(models.Model):
    """What an institution saw of a duty in a region on a day; the newest row counts."""

    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    duty = models.CharField("kewajiban", max_length=40)
    region_code = models.CharField("kode wilayah", max_length=13)
    state = models.CharField("keadaan", max_length=8, choices=list(MARKS.items()))
    evidence = models.CharField("bukti", max_length=500)
    url = models.URLField("alamat bukti", max_length=500, blank=True)
    policy = models.ForeignKey(
        PolicyInstrument,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="duties",
        verbose_name="aturan daerah",
    )
    noted_on = models.DateField("per")
    noted_at = models.DateTimeField("dicatat", default=timezone.now)
    noted_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name="dicatat oleh"
    )

    class Meta:
        verbose_name = "pelaksanaan kewajiban"
        verbose_name_plural = "pelaksanaan kewajiban"
        ordering = ("region_code", "duty", "-noted_on", "-pk")
        indexes: ClassVar = [
            models.Index(
                fields=("region_code", "duty", "-noted_on", "-id"),
                name="coordination_duty_latest",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.region_code} {self.duty} {self.state}"
