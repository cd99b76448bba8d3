"""Targets that an institution sets, borders that it loaded, figures that it accepted.

A value of a target is never changed: a later row takes its place and the earlier
one stays as history. Months are year * 12 + month - 1.
"""

from typing import ClassVar

from django.db import models

from naungan.casework.accounts.models import Institution, User


SEGMENTS = [("", "semua segmen"), ("PU", "PU"), ("BPU", "BPU"), ("JAKON", "Jakon")]


class TargetSeries(models.Model):
    """A row of targets under one name, one denominator and one source."""

    institution = models.ForeignKey(
        Institution,
        models.PROTECT,
        related_name="target_series",
        verbose_name="lembaga",
    )
    name = models.CharField("nama deret", max_length=80)
    basis = models.CharField("penyebut", max_length=200)
    source = models.CharField("sumber", max_length=200)
    source_url = models.URLField("alamat sumber", max_length=500, blank=True)

    class Meta:
        verbose_name = "deret target"
        verbose_name_plural = "deret target"
        ordering = ("name", "pk")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("institution", "name"), name="%(app_label)s_%(class)s_name"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class TargetValue(models.Model):
    """What one series wants of a region and segment by a month, as set at a moment.

    `percent` None takes the target back.
    """

    series = models.ForeignKey(
        TargetSeries, models.PROTECT, related_name="values", verbose_name="deret"
    )
    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    region_code = models.CharField("kode wilayah", max_length=13, blank=True)
    segment = models.CharField("segmen", max_length=5, blank=True, choices=SEGMENTS)
    month = models.IntegerField("bulan")
    percent = models.DecimalField("persen", max_digits=5, decimal_places=2, null=True)
    set_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name="ditetapkan oleh"
    )
    set_at = models.DateTimeField("ditetapkan", auto_now_add=True)

    class Meta:
        verbose_name = "nilai target"
        verbose_name_plural = "nilai target"
        ordering = ("region_code", "segment", "month", "pk")
        indexes: ClassVar = [models.Index(fields=("region_code", "month"))]

    def __str__(self) -> str:
        return f"{self.series} {self.region_code} {self.month}"


class AcceptedFigure(models.Model):
    """A printed figure that does not divide, accepted by an institution with a note."""

    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    region_code = models.CharField("kode wilayah", max_length=13)
    as_of = models.CharField("per", max_length=10)
    segment = models.CharField("segmen", max_length=30)
    source_url = models.CharField("alamat sumber", max_length=500)
    note = models.CharField("catatan", max_length=500)
    accepted_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name="diterima oleh"
    )
    accepted_at = models.DateTimeField("diterima", auto_now_add=True)

    class Meta:
        verbose_name = "angka cetak yang diterima"
        verbose_name_plural = "angka cetak yang diterima"
        ordering = ("region_code", "pk")

    def __str__(self) -> str:
        return f"{self.region_code} {self.as_of} {self.segment}"


class BoundaryPack(models.Model):
    """One loaded file of borders: whose work it is and under which licence."""

    name = models.CharField("nama paket", max_length=200)
    source_url = models.CharField("alamat sumber", max_length=500)
    licence = models.CharField("lisensi", max_length=200)
    vintage = models.CharField("keadaan per", max_length=40)
    sha256 = models.CharField("sidik berkas", max_length=64, unique=True)
    shapes = models.PositiveIntegerField("banyak bentuk")
    unmatched = models.PositiveIntegerField("tanpa kode yang sah", default=0)
    loaded_at = models.DateTimeField("dimuat", auto_now_add=True)

    class Meta:
        verbose_name = "paket batas"
        verbose_name_plural = "paket batas"
        ordering = ("-loaded_at", "-pk")

    def __str__(self) -> str:
        return f"{self.name} ({self.vintage})"


class BoundarySheet(models.Model):
    """The drawn borders of the regions of one level inside one region.

    `paths` maps a region's dotted code to the path of its SVG; `frames` those of
    the level between, drawn as lines only. `parent_code` is empty for the country.
    """

    pack = models.ForeignKey(
        BoundaryPack, models.CASCADE, related_name="sheets", verbose_name="paket"
    )
    parent_code = models.CharField("kode wilayah induk", max_length=13, blank=True)
    level = models.CharField("tingkat", max_length=10)
    width = models.PositiveIntegerField("lebar")
    height = models.PositiveIntegerField("tinggi")
    paths = models.JSONField("bentuk")
    frames = models.JSONField("bingkai", default=dict)

    class Meta:
        verbose_name = "lembar batas"
        verbose_name_plural = "lembar batas"
        ordering = ("parent_code", "level")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("pack", "parent_code", "level"),
                name="%(app_label)s_%(class)s_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.parent_code} {self.level}"
