"""Teams by decree, whose members may come from several institutions."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from naungan.casework.accounts.models import Institution, User


class Team(models.Model):
    """A team with its decree and period; `joined` are the institutions of its members."""

    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    name = models.CharField("nama tim", max_length=200)
    sk_number = models.CharField("nomor SK", max_length=100, blank=True)
    sk_on = models.DateField("tanggal SK", null=True, blank=True)
    from_on = models.DateField("mulai")
    until_on = models.DateField("sampai", null=True, blank=True)
    joined = ArrayField(
        models.BigIntegerField(), default=list, blank=True, verbose_name="peserta"
    )
    made_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name="dibuat oleh"
    )
    made_at = models.DateTimeField("dibuat", auto_now_add=True)

    class Meta:
        verbose_name = "tim"
        verbose_name_plural = "tim"
        ordering = ("-from_on", "name")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("from_on")),
                name="%(app_label)s_%(class)s_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class TeamMember(models.Model):
    """Somebody in a team: a person of the office, or one from outside by name.

    `institution` is the team's own, `home` where the member works.
    """

    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga tim"
    )
    team = models.ForeignKey(
        Team, models.CASCADE, related_name="members", verbose_name="tim"
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
    home_name = models.CharField("nama lembaga asal", max_length=200, blank=True)

    class Meta:
        verbose_name = "anggota tim"
        verbose_name_plural = "anggota tim"
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.name or str(self.user)
