"""A snapshot that was published: which region, which month, where it lies."""

from typing import ClassVar

from django.db import models


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
