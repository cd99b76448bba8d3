"""What an institution lays over the ladder of the law: terms of a region, priorities."""

from typing import ClassVar

from django.db import models

from naungan.casework.accounts.models import Institution, User


UNITS = [("days", "hari"), ("working_days", "hari kerja")]


class TermOverlay(models.Model):
    """A term of a step in a region from a day on, with its basis; only added to."""

    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    region_code = models.CharField("kode wilayah", max_length=13, blank=True)
    step = models.CharField("langkah", max_length=40)
    days = models.PositiveSmallIntegerField("banyaknya hari")
    unit = models.CharField("satuan", max_length=12, choices=UNITS)
    basis = models.CharField("dasar", max_length=300)
    from_on = models.DateField("berlaku sejak")
    set_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name="ditetapkan oleh"
    )
    set_at = models.DateTimeField("ditetapkan", auto_now_add=True)

    class Meta:
        verbose_name = "tenggang daerah"
        verbose_name_plural = "tenggang daerah"
        ordering = ("region_code", "step", "-from_on", "-pk")

    def __str__(self) -> str:
        return f"{self.region_code} {self.step} {self.days} {self.unit}"


class PriorityRule(models.Model):
    """What comes first in a year: a line of business, region or kind of employer.

    Empty fields mean any; `weight` is added to the priority of cases that match all
    of those given. A rule is ended, not changed.
    """

    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    year = models.PositiveSmallIntegerField("tahun")
    sector = models.CharField("awalan KBLI", max_length=10, blank=True)
    region_code = models.CharField("kode wilayah", max_length=13, blank=True)
    kind = models.CharField("jenis pemberi kerja", max_length=20, blank=True)
    weight = models.SmallIntegerField("bobot")
    reason = models.CharField("alasan", max_length=300)
    set_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name="ditetapkan oleh"
    )
    set_at = models.DateTimeField("ditetapkan", auto_now_add=True)
    ended_on = models.DateField("berakhir", null=True, blank=True)

    class Meta:
        verbose_name = "aturan prioritas"
        verbose_name_plural = "aturan prioritas"
        ordering = ("-year", "-weight", "pk")
        indexes: ClassVar = [
            models.Index(
                fields=("institution", "year"), name="compliance_priority_year"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year} {self.sector}{self.region_code}{self.kind} {self.weight:+}"
