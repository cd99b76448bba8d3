"""Who came to an event, and the office-holders of whom reports and minutes speak."""

from typing import ClassVar, Final

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import GeneratedField, Q

from naungan.casework.accounts.models import Institution
from naungan.casework.coordination.models.events import Event


ROLES: Final = {
    "attend": "hadir",
    "speak": "berbicara",
    "open": "membuka",
    "chair": "memimpin",
    "sign": "menandatangani",
    "represented": "diwakili",
}
"""What somebody did at an event; who was represented was not there."""

DEPUTIES: Final = ("Pj", "Plt", "Plh", "Pjs")
"""How somebody holds a position who does not hold it in their own right."""

WAYS: Final = {
    "list": "dari daftar undangan",
    "table": "di meja sekretaris",
    "qr": "lewat tautan hadir",
    "report": "dari pemberitaan atau notulen",
}
"""By which way somebody came onto the list."""


class Official(models.Model):
    """An office-holder, once, however their name was spelt.

    `spellings` are other ways in which it was written; only a person's act joins two,
    and parts them again: `carried` are the rows of attendance that went along.
    """

    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    name = models.CharField("nama", max_length=200)
    spellings = ArrayField(
        models.CharField(max_length=200),
        default=list,
        blank=True,
        verbose_name="ejaan lain",
    )
    home_name = models.CharField("lembaga asal", max_length=200, blank=True)
    joined_into = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="sama dengan",
    )
    carried = ArrayField(
        models.BigIntegerField(),
        default=list,
        blank=True,
        verbose_name="yang ikut disatukan",
    )

    class Meta:
        verbose_name = "pejabat"
        verbose_name_plural = "pejabat"
        ordering = ("name", "pk")
        indexes: ClassVar = [
            models.Index(fields=("name",), name="coordination_official_name"),
        ]

    def __str__(self) -> str:
        return self.name

    def spelt(self, names: list[str]) -> None:
        """Keep other ways in which the name was written."""
        known = dict.fromkeys([*self.spellings, *names])
        self.spellings = [one for one in known if one != self.name]
        self.save(update_fields=["spellings"])


class Attendance(models.Model):
    """Somebody at an event, or an unnamed holder of a position, or a group.

    `name` is empty for an office-holder whom nobody named. `represents` says for whom
    somebody came; `head_count` of a group is empty where nobody counted it.
    """

    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    event = models.ForeignKey(
        Event, models.CASCADE, related_name="attendance", verbose_name="kegiatan"
    )
    official = models.ForeignKey(
        Official,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="attendance",
        verbose_name="pejabat",
    )
    name = models.CharField("nama", max_length=200, blank=True)
    position = models.CharField("jabatan", max_length=200, blank=True)
    home_name = models.CharField("lembaga asal", max_length=200, blank=True)
    home = models.ForeignKey(
        Institution,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="lembaga kantor ini",
    )
    deputy = models.CharField(
        "sebagai penjabat",
        max_length=3,
        blank=True,
        choices=[(one, one) for one in DEPUTIES],
    )
    role = models.CharField(
        "peran", max_length=11, default="attend", choices=list(ROLES.items())
    )
    represents = models.CharField("mewakili", max_length=300, blank=True)
    is_group = models.BooleanField("kelompok", default=False)
    head_count = models.PositiveIntegerField("banyaknya", null=True, blank=True)
    invited = models.BooleanField("diundang", default=False)
    signed_in_at = models.DateTimeField("hadir", null=True, blank=True)
    how = models.CharField(
        "cara", max_length=6, default="table", choices=list(WAYS.items())
    )
    client_key = models.UUIDField("kunci kiriman", null=True, blank=True)
    words = GeneratedField(
        expression=SearchVector(
            "name", "position", "home_name", "represents", config="indonesian"
        ),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    class Meta:
        verbose_name = "kehadiran"
        verbose_name_plural = "kehadiran"
        ordering = ("event", "pk")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(name="") | ~Q(position="") | ~Q(home_name=""),
                name="%(app_label)s_%(class)s_somebody",
            ),
            models.CheckConstraint(
                condition=Q(head_count__isnull=True) | Q(is_group=True),
                name="%(app_label)s_%(class)s_counted",
            ),
            models.UniqueConstraint(
                fields=("event", "client_key"), name="%(app_label)s_%(class)s_sent_once"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=("official",), name="coordination_attends"),
            GinIndex(fields=("words",), name="coordination_attends_words"),
        ]

    def __str__(self) -> str:
        return self.name or self.position or self.home_name
