"""Sharing rules: an agreement between institutions, with its end."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from naungan.casework.accounts.kinds import KINDS
from naungan.casework.accounts.models import Institution, User
from naungan.casework.sharing.columns import COLUMNS


class Sharing(models.Model):
    """An institution lets another, or every one of a kind, see its people in a region.

    Never changed once given: it is ended, and another one given. `region_code` says
    whose rows, by where the people live; whoever receives sees them only as far as
    its own region reaches.
    """

    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="shares", verbose_name="pemilik"
    )
    receiver = models.ForeignKey(
        Institution,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="receives",
        verbose_name="penerima",
    )
    receiver_kind = models.CharField(
        "jenis penerima",
        max_length=20,
        blank=True,
        choices=[(kind.code, kind.label) for kind in KINDS.values()],
    )
    region_code = models.CharField("wilayah", max_length=13, blank=True)
    columns = ArrayField(
        models.CharField(
            max_length=20, choices=[(code, words[0]) for code, words in COLUMNS.items()]
        ),
        verbose_name="kolom",
        default=list,
        blank=True,
    )
    purpose = models.CharField("keperluan", max_length=200)
    agreement = models.CharField("dasar atau perjanjian", max_length=200)
    from_on = models.DateField("mulai")
    until_on = models.DateField("sampai")
    given_at = models.DateTimeField("diberikan", auto_now_add=True)
    given_by = models.ForeignKey(
        User,
        models.PROTECT,
        null=True,
        related_name="shares_given",
        verbose_name="diberikan oleh",
    )
    ended_at = models.DateTimeField("diakhiri", null=True, blank=True)
    ended_by = models.ForeignKey(
        User,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="shares_ended",
        verbose_name="diakhiri oleh",
    )

    class Meta:
        verbose_name = "aturan berbagi"
        verbose_name_plural = "aturan berbagi"
        ordering = ("institution__name", "-from_on", "pk")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(until_on__gte=F("from_on")),
                name="%(app_label)s_%(class)s_ends_after_start",
            ),
            models.CheckConstraint(
                condition=Q(receiver__isnull=True) ^ Q(receiver_kind=""),
                name="%(app_label)s_%(class)s_one_receiver",
            ),
            models.CheckConstraint(
                condition=~Q(receiver=F("institution")),
                name="%(app_label)s_%(class)s_not_to_oneself",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.institution} → {self.receiver or self.receiver_kind}"
