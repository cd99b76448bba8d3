"""A scheme: for whom, paid by which fund, from which month to which, by what quota."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_noop

from naungan.casework.accounts.models import Institution, User
from naungan.casework.protection.categories import CATEGORIES
from naungan.casework.protection.funds import FUNDS
from naungan.casework.protection.packages import PACKAGES
from naungan.casework.protection.policies import POLICIES


SCHEME_STATES = {
    "draft": gettext_noop("disiapkan"),
    "open": gettext_noop("berjalan"),
    "closed": gettext_noop("ditutup"),
}
BASIS_KINDS = {
    "circular": gettext_noop("surat edaran"),
    "regulation": gettext_noop("peraturan"),
    "decree": gettext_noop("keputusan"),
    "budget": gettext_noop("peraturan anggaran"),
    "agreement": gettext_noop("perjanjian kerja sama"),
    "instruction": gettext_noop("instruksi"),
    "other": gettext_noop("lainnya"),
}
FIGURES = {"people": gettext_noop("orang"), "idr": gettext_noop("rupiah")}
STANDINGS = {
    "covered": gettext_noop("sudah terlindungi"),
    "budgeted": gettext_noop("baru dianggarkan"),
}


class Campaign(models.Model):
    """A named campaign under which schemes are counted, as a movement of one year."""

    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    name = models.CharField("nama", max_length=200)
    year = models.PositiveSmallIntegerField("tahun")
    about = models.CharField("keterangan", max_length=500, blank=True)

    class Meta:
        verbose_name = "gerakan"
        verbose_name_plural = "gerakan"
        ordering = ("-year", "name")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("institution", "name", "year"),
                name="%(app_label)s_%(class)s_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.year}"


class Scheme(models.Model):
    """One cohort: exactly one fund and package, months from and to, one policy of quota.

    Months are counted `year * 12 + month - 1`. `age_from` belongs to the range,
    `age_below` does not; both are what the office chose, with its reason. An
    `honorarium_idr` is the wage base of a package for wage earners.
    """

    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    campaign = models.ForeignKey(
        Campaign,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="schemes",
        verbose_name="gerakan",
    )
    name = models.CharField("nama", max_length=200)
    region_code = models.CharField("kode wilayah", max_length=13, blank=True)
    fund = models.CharField(
        "dana", max_length=20, choices=[(one.code, one.label) for one in FUNDS.values()]
    )
    package = models.CharField(
        "paket",
        max_length=20,
        choices=[(one.code, one.label) for one in PACKAGES.values()],
    )
    category = models.CharField(
        "kelompok",
        max_length=20,
        choices=[(one.code, one.label) for one in CATEGORIES.values()],
    )
    honorarium_idr = models.BigIntegerField("honorarium sebulan", null=True, blank=True)
    policy = models.CharField(
        "arti kuota", max_length=10, choices=list(POLICIES.items())
    )
    from_month = models.IntegerField("bulan mulai")  # year * 12 + month - 1
    until_month = models.IntegerField("bulan terakhir")  # year * 12 + month - 1
    age_from = models.PositiveSmallIntegerField("umur paling muda")
    age_below = models.PositiveSmallIntegerField("umur harus di bawah")
    criteria = models.TextField("syarat lain", blank=True)
    criteria_reason = models.CharField("alasan syarat", max_length=500, blank=True)
    needs_registry = models.BooleanField("harus ada dalam daftar induk", default=False)
    state = models.CharField(
        "keadaan",
        max_length=10,
        default="draft",
        choices=list(SCHEME_STATES.items()),
    )
    renews = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="renewed_by",
        verbose_name="memperpanjang",
    )
    made_at = models.DateTimeField("dibuat", default=timezone.now)
    made_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name="dibuat oleh"
    )

    class Meta:
        verbose_name = "skema"
        verbose_name_plural = "skema"
        ordering = ("-from_month", "name", "pk")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("institution", "name"), name="%(app_label)s_%(class)s_name"
            ),
            models.CheckConstraint(
                condition=Q(until_month__gte=F("from_month")),
                name="%(app_label)s_%(class)s_months",
            ),
            models.CheckConstraint(
                condition=Q(age_below__gt=F("age_from")),
                name="%(app_label)s_%(class)s_ages",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def months(self) -> int:
        """Give how many months the scheme pays."""
        return self.until_month - self.from_month + 1


class Participation(models.Model):
    """Another institution that takes part in a scheme: the branch, the treasury."""

    scheme = models.ForeignKey(
        Scheme, models.PROTECT, related_name="participations", verbose_name="skema"
    )
    owner = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="pemilik skema"
    )
    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    since_on = models.DateField("sejak")
    ended_on = models.DateField("berakhir", null=True, blank=True)

    class Meta:
        verbose_name = "keikutsertaan lembaga"
        verbose_name_plural = "keikutsertaan lembaga"
        ordering = ("scheme", "pk")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("scheme", "institution"),
                condition=Q(ended_on__isnull=True),
                name="%(app_label)s_%(class)s_one_open",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.scheme} · {self.institution}"


class Basis(models.Model):
    """A legal basis of a scheme with its full number, and what the number says."""

    scheme = models.ForeignKey(
        Scheme, models.PROTECT, related_name="bases", verbose_name="skema"
    )
    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    kind = models.CharField("jenis", max_length=12, choices=list(BASIS_KINDS.items()))
    number = models.CharField("nomor", max_length=100)
    office = models.CharField("kantor", max_length=60, blank=True)
    month = models.PositiveSmallIntegerField("bulan surat", null=True, blank=True)
    year = models.PositiveSmallIntegerField("tahun surat", null=True, blank=True)
    about = models.CharField("tentang", max_length=300, blank=True)

    class Meta:
        verbose_name = "dasar hukum"
        verbose_name_plural = "dasar hukum"
        ordering = ("scheme", "year", "month", "pk")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("scheme", "number"), name="%(app_label)s_%(class)s_once"
            ),
        ]

    def __str__(self) -> str:
        return self.number


class Quota(models.Model):
    """How many people of a village, district or roster a scheme is for."""

    scheme = models.ForeignKey(
        Scheme, models.PROTECT, related_name="quotas", verbose_name="skema"
    )
    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    village_code = models.CharField("kode wilayah", max_length=13, blank=True)
    roster = models.CharField("daftar", max_length=100, blank=True)
    people = models.PositiveIntegerField("orang")

    class Meta:
        verbose_name = "kuota"
        verbose_name_plural = "kuota"
        ordering = ("scheme", "village_code", "roster")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("scheme", "village_code", "roster"),
                name="%(app_label)s_%(class)s_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.village_code or self.roster} {self.people}"


class ReportedFigure(models.Model):
    """What somebody said or printed of a scheme, kept beside what is computed."""

    scheme = models.ForeignKey(
        Scheme, models.PROTECT, related_name="reported", verbose_name="skema"
    )
    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    kind = models.CharField("jenis", max_length=10, choices=list(FIGURES.items()))
    standing = models.CharField(
        "kedudukan", max_length=10, choices=list(STANDINGS.items())
    )
    year = models.PositiveSmallIntegerField("tahun")
    amount = models.BigIntegerField("angka")
    source = models.CharField("sumber", max_length=300)

    class Meta:
        verbose_name = "angka yang dilaporkan"
        verbose_name_plural = "angka yang dilaporkan"
        ordering = ("scheme", "year", "kind", "pk")

    def __str__(self) -> str:
        return f"{self.kind} {self.amount}"
