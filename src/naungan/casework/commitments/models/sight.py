"""Who sees which promise, with what lists of very many count and put in order."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from naungan.casework.accounts.models import Institution
from naungan.casework.commitments.models.promise import Commitment
from naungan.casework.commitments.states import COMMITMENT


class Sight(models.Model):
    """That an institution sees a promise: it keeps, owes or is waited for, or it met.

    The database itself keeps these rows, as promises and the parties of meetings
    change; nobody writes them. `year` is that in which it was promised, `waits_for`
    whom the last claim names, else whoever owes; the rest repeats the promise. One
    index holds everything that is counted, so that no promise is read to be counted;
    two smaller ones hold whom running promises wait for, and who owes them.
    """

    viewer = models.ForeignKey(
        Institution,
        models.PROTECT,
        related_name="+",
        db_index=False,
        verbose_name="lembaga",
    )
    commitment = models.ForeignKey(
        Commitment,
        models.CASCADE,
        related_name="sights",
        db_index=False,
        verbose_name="komitmen",
    )
    state = models.CharField("keadaan", max_length=10, choices=COMMITMENT.choices)
    year = models.PositiveSmallIntegerField("tahun dijanjikan")
    due_on = models.DateField("jatuh tempo", null=True)
    region_code = models.CharField("kode wilayah", max_length=13)
    owner = models.ForeignKey(
        Institution,
        models.PROTECT,
        null=True,
        related_name="+",
        db_index=False,
        verbose_name="lembaga penanggung jawab",
    )
    waits_for = models.ForeignKey(
        Institution,
        models.PROTECT,
        null=True,
        related_name="+",
        db_index=False,
        verbose_name="menunggu lembaga",
    )
    is_met = models.BooleanField("sasaran tercapai", null=True)
    came_late = models.BooleanField("tercapai terlambat")
    is_open_ended = models.BooleanField("tanpa ukuran lengkap")
    is_contradicted = models.BooleanField("bertentangan dengan data")
    began_met = models.BooleanField("tercapai sejak awal", default=False)

    class Meta:
        verbose_name = "yang melihat komitmen"
        verbose_name_plural = "yang melihat komitmen"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("commitment", "viewer"), name="%(app_label)s_%(class)s_once"
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=("viewer", "due_on", "commitment"),
                include=(
                    *("id", "state", "year", "region_code", "owner"),
                    *("waits_for", "is_met", "came_late", "is_open_ended"),
                    *("is_contradicted", "began_met"),
                ),
                name="commitments_seen_by",
            ),
            models.Index(
                fields=("viewer", "waits_for", "due_on", "commitment"),
                include=("owner", "is_met"),
                condition=Q(state="open"),
                name="commitments_seen_waits",
            ),
            models.Index(
                fields=("viewer", "owner", "due_on"),
                include=("waits_for", "is_met"),
                condition=Q(state="open"),
                name="commitments_seen_owed",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.viewer_id} {self.commitment_id}"
