"""Visits to employers: planned, alone or together, and recorded once they were made."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone

from naungan.casework.accounts.models import Institution, User
from naungan.casework.compliance import kinds
from naungan.casework.compliance.models.cases import Case
from naungan.casework.compliance.models.teams import Team


class PlannedVisit(models.Model):
    """A visit to an employer on a day; `joined` are institutions that come along."""

    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    case = models.ForeignKey(
        Case,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="visits",
        verbose_name="kasus",
    )
    series = models.CharField("wilayah potret", max_length=13, blank=True)
    employer_id = models.BigIntegerField("nomor pemberi kerja", null=True, blank=True)
    npp = models.CharField("NPP", max_length=20, blank=True)
    name = models.CharField("nama pemberi kerja", max_length=250)
    planned_on = models.DateField("direncanakan pada")
    team = models.ForeignKey(
        Team,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="visits",
        verbose_name="tim",
    )
    joined = ArrayField(
        models.BigIntegerField(), default=list, blank=True, verbose_name="peserta"
    )
    purpose = models.CharField("tujuan", max_length=300)
    made_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name="direncanakan oleh"
    )
    made_at = models.DateTimeField("dicatat", auto_now_add=True)
    cancelled_on = models.DateField("dibatalkan", null=True, blank=True)
    cancel_reason = models.CharField("alasan batal", max_length=300, blank=True)

    class Meta:
        verbose_name = "rencana kunjungan"
        verbose_name_plural = "rencana kunjungan"
        ordering = ("planned_on", "pk")
        indexes: ClassVar = [
            models.Index(
                fields=("series", "employer_id", "planned_on"),
                name="compliance_visit_employer",
            ),
            models.Index(
                fields=("institution", "planned_on"), name="compliance_visit_planned"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.planned_on} {self.name}"


class VisitMember(models.Model):
    """Somebody who comes along on a planned visit, with where they work."""

    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga rencana"
    )
    visit = models.ForeignKey(
        PlannedVisit, models.CASCADE, related_name="members", verbose_name="rencana"
    )
    user = models.ForeignKey(
        User,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="pengguna",
    )
    name = models.CharField("nama", max_length=200, blank=True)
    position = models.CharField("jabatan", max_length=200, blank=True)
    home = models.ForeignKey(
        Institution,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="lembaga asal",
    )

    class Meta:
        verbose_name = "anggota kunjungan"
        verbose_name_plural = "anggota kunjungan"
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.name or str(self.user)


class VisitRecord(models.Model):
    """What was seen on a visit; it is never changed: a correction replaces another.

    `workers_found` are people at work, `workers_declared` those registered,
    `wage_gap_idr` the wage found less the wage reported, of all of them in a month.
    """

    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    case = models.ForeignKey(
        Case,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="visit_records",
        verbose_name="kasus",
    )
    visit = models.ForeignKey(
        PlannedVisit,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="records",
        verbose_name="rencana",
    )
    visited_on = models.DateField("tanggal kunjungan")
    outcome = models.CharField(
        "hasil", max_length=12, choices=kinds.choices(kinds.OUTCOMES)
    )
    place = models.CharField("tempat", max_length=300, blank=True)
    people_met = models.CharField("yang ditemui", max_length=300, blank=True)
    payroll_seen = models.BooleanField("daftar upah dilihat", null=True, blank=True)
    workers_found = models.PositiveIntegerField("pekerja", null=True, blank=True)
    workers_declared = models.PositiveIntegerField("terdaftar", null=True, blank=True)
    wage_gap_idr = models.BigIntegerField("selisih upah", null=True, blank=True)
    differences = models.CharField("perbedaan", max_length=1000, blank=True)
    recorded_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name="dicatat oleh"
    )
    recorded_at = models.DateTimeField("dicatat", default=timezone.now)
    replaces = models.OneToOneField(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="replaced_by",
        verbose_name="memperbaiki",
    )

    class Meta:
        verbose_name = "catatan kunjungan"
        verbose_name_plural = "catatan kunjungan"
        ordering = ("visited_on", "pk")

    def __str__(self) -> str:
        return f"{self.visited_on} {self.outcome}"
