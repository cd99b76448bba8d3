"""Joint plans and work programmes: what several institutions do, by whom, when, for how much."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from naungan.casework.accounts.models import Institution, User
from naungan.casework.coordination.models.events import Event
from naungan.casework.coordination.models.sayings import Recommendation
from naungan.casework.coordination.states import PLAN


class JointPlan(models.Model):
    """A work programme; months are year * 12 + month - 1, `parties` see it."""

    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    event = models.ForeignKey(
        Event,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="plans",
        verbose_name="kegiatan",
    )
    title = models.CharField("judul", max_length=200)
    region_code = models.CharField("kode wilayah", max_length=13, blank=True)
    from_month = models.IntegerField("dari bulan")
    until_month = models.IntegerField("sampai bulan")
    state = models.CharField(
        "keadaan", max_length=8, default=PLAN.first, choices=PLAN.choices
    )
    agreed_on = models.DateField("disepakati", null=True, blank=True)
    parties = ArrayField(
        models.BigIntegerField(), default=list, blank=True, verbose_name="pihak"
    )
    made_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name="dibuat oleh"
    )
    made_at = models.DateTimeField("dibuat", default=timezone.now)

    class Meta:
        verbose_name = "rencana bersama"
        verbose_name_plural = "rencana bersama"
        ordering = ("-from_month", "pk")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(until_month__gte=F("from_month")),
                name="%(app_label)s_%(class)s_months",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class PlanActivity(models.Model):
    """One activity of a plan: what, by whom, with whom, in which month, for how much."""

    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    plan = models.ForeignKey(
        JointPlan, models.CASCADE, related_name="activities", verbose_name="rencana"
    )
    number = models.PositiveSmallIntegerField("nomor")
    what = models.CharField("kegiatan", max_length=300)
    owner = models.ForeignKey(
        Institution,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="penanggung jawab",
    )
    owner_name = models.CharField("nama penanggung jawab", max_length=200)
    partners = models.CharField("mitra", max_length=300, blank=True)
    month = models.IntegerField("bulan")  # year * 12 + month - 1
    budget_idr = models.BigIntegerField("anggaran")
    recommendation = models.ForeignKey(
        Recommendation,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="activities",
        verbose_name="rekomendasi",
    )
    done_on = models.DateField("selesai", null=True, blank=True)
    result = models.CharField("hasil", max_length=500, blank=True)

    class Meta:
        verbose_name = "kegiatan rencana"
        verbose_name_plural = "kegiatan rencana"
        ordering = ("plan", "number")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("plan", "number"), name="%(app_label)s_%(class)s_number"
            ),
            models.CheckConstraint(
                condition=Q(budget_idr__gte=0), name="%(app_label)s_%(class)s_budget"
            ),
        ]

    def __str__(self) -> str:
        return self.what
