"""Counts of lists and bills that the database keeps, and what villages propose."""

from importlib import import_module
from typing import Any, ClassVar, Final

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models
from django.db.migrations import RunSQL

from naungan.casework.accounts.row_security import guard


BEFORE = import_module("naungan.casework.protection.migrations.0002_row_security")
HEAD: Final = (
    "CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql "
    "SECURITY DEFINER SET search_path = public, pg_temp AS $$ BEGIN {body} "
    "RETURN NULL; END $$;"
)
"""The counts are written with the owner's rights: nobody else may change them."""
LINE: Final = (
    "SELECT scheme_id, institution_id, village_code, roster, state, {sign} AS people, "
    "{sign} * (covered_then IS TRUE)::int AS covered, "
    "{sign} * (decile IS NOT NULL)::int AS ranked, "
    "{sign} * coalesce(decile > 4, false)::int AS better FROM {rows}"
)
MONTH: Final = (
    "SELECT month.billing_id, month.scheme_id, month.institution_id, "
    "bill.village_code, month.fund, month.month, {sign} AS people, "
    "{sign} * month.amount_idr AS amount_idr FROM {rows} month "
    "JOIN protection_billing bill ON bill.id = month.billing_id"
)
# Only what differs is written, in one order: two who write at once wait for each other.
COUNT: Final = {
    "entry": (
        LINE,
        (
            "INSERT INTO protection_tally AS kept (scheme_id, institution_id, village_code, "
            "roster, state, people, covered, ranked, better) "
            "SELECT scheme_id, institution_id, village_code, roster, state, sum(people), "
            "sum(covered), sum(ranked), sum(better) FROM ({moved}) moved "
            "GROUP BY 1, 2, 3, 4, 5 HAVING sum(people) <> 0 OR sum(covered) <> 0 "
            "OR sum(ranked) <> 0 OR sum(better) <> 0 ORDER BY 1, 3, 4, 5 "
            "ON CONFLICT (scheme_id, village_code, roster, state) DO UPDATE SET "
            "people = kept.people + excluded.people, "
            "covered = kept.covered + excluded.covered, "
            "ranked = kept.ranked + excluded.ranked, "
            "better = kept.better + excluded.better;"
        ),
    ),
    "paidmonth": (
        MONTH,
        (
            "INSERT INTO protection_billedmonth AS kept (billing_id, scheme_id, "
            "institution_id, village_code, fund, month, people, amount_idr) "
            "SELECT billing_id, scheme_id, institution_id, village_code, fund, month, "
            "sum(people), sum(amount_idr) FROM ({moved}) moved "
            "GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(people) <> 0 OR sum(amount_idr) <> 0 "
            "ORDER BY 1, 6 ON CONFLICT (billing_id, month) DO UPDATE SET "
            "people = kept.people + excluded.people, "
            "amount_idr = kept.amount_idr + excluded.amount_idr;"
        ),
    ),
}
EVENTS: Final = {
    "insert": ("NEW TABLE AS added", (("1", "added"),)),
    "update": (
        "OLD TABLE AS gone NEW TABLE AS added",
        (("-1", "gone"), ("1", "added")),
    ),
    "delete": ("OLD TABLE AS gone", (("-1", "gone"),)),
}


def _counted(table: str) -> list[RunSQL]:
    """Count a table by what each statement adds and takes away."""
    line, written = COUNT[table]
    steps = []
    for event, (sets, parts) in EVENTS.items():
        moved = " UNION ALL ".join(line.format(sign=s, rows=r) for s, r in parts)
        name = f"protection_count_{table}_{event}"
        body = written.format(moved=moved)
        steps.append(
            RunSQL(
                f"{HEAD.format(name=name, body=body)} "
                f"CREATE TRIGGER {name} AFTER {event.upper()} ON protection_{table} "
                f"REFERENCING {sets} FOR EACH STATEMENT EXECUTE FUNCTION {name}();",
                f"DROP TRIGGER {name} ON protection_{table}; DROP FUNCTION {name}();",
            )
        )
    all_of_it = line.format(sign="1", rows=f"protection_{table}")
    return [*steps, RunSQL(written.format(moved=all_of_it), RunSQL.noop)]


def _key(to: str, name: str, *, deletion: Any, **rest: Any) -> Any:
    related = rest.pop("related_name", "+")
    return models.ForeignKey(
        on_delete=deletion, related_name=related, to=to, verbose_name=name, **rest
    )


CASCADE, PROTECT = (
    django.db.models.deletion.CASCADE,
    django.db.models.deletion.PROTECT,
)
STATES: Final = [
    ("proposed", "diusulkan"),
    ("valid", "lolos pemeriksaan"),
    ("flagged", "perlu diperbaiki"),
    ("reserve", "cadangan"),
    ("decided", "ditetapkan SK"),
    ("budgeted", "teranggarkan"),
    ("enrolled", "terdaftar"),
    ("paid", "terbayar"),
    ("active", "aktif dalam daftar peserta"),
    ("refused", "ditolak BPJS Ketenagakerjaan"),
    ("withdrawn", "ditarik dari usulan"),
    ("ended", "berakhir"),
    ("renewed", "diperpanjang"),
    ("replaced", "digantikan"),
]


class Migration(migrations.Migration):
    """Add the counts with what keeps them, and the proposals."""

    dependencies: ClassVar = [
        ("protection", "0003_elsewhere"),
        ("accounts", "0002_row_security"),
        ("correspondence", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations: ClassVar = [
        migrations.CreateModel(
            name="Tally",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "village_code",
                    models.CharField(
                        blank=True, max_length=13, verbose_name="kode desa"
                    ),
                ),
                (
                    "roster",
                    models.CharField(blank=True, max_length=100, verbose_name="daftar"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=STATES, max_length=10, verbose_name="keadaan"
                    ),
                ),
                ("people", models.IntegerField(verbose_name="orang")),
                (
                    "covered",
                    models.IntegerField(
                        default=0, verbose_name="terlindungi saat diperiksa"
                    ),
                ),
                (
                    "ranked",
                    models.IntegerField(default=0, verbose_name="desilnya diketahui"),
                ),
                (
                    "better",
                    models.IntegerField(
                        default=0, verbose_name="desil di atas yang miskin"
                    ),
                ),
                (
                    "institution",
                    _key("accounts.institution", "lembaga", deletion=CASCADE),
                ),
                ("scheme", _key("protection.scheme", "skema", deletion=CASCADE)),
            ],
            options={
                "verbose_name": "hitungan daftar",
                "verbose_name_plural": "hitungan daftar",
                "ordering": ("scheme", "village_code", "roster", "state"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("scheme", "village_code", "roster", "state"),
                        name="protection_tally_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="BilledMonth",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "village_code",
                    models.CharField(
                        blank=True, max_length=13, verbose_name="kode desa"
                    ),
                ),
                ("fund", models.CharField(max_length=20, verbose_name="dana")),
                ("month", models.IntegerField(verbose_name="bulan")),
                ("people", models.IntegerField(verbose_name="orang")),
                ("amount_idr", models.BigIntegerField(verbose_name="iuran")),
                (
                    "billing",
                    _key(
                        "protection.billing",
                        "tagihan",
                        deletion=CASCADE,
                        related_name="by_month",
                    ),
                ),
                (
                    "institution",
                    _key("accounts.institution", "lembaga", deletion=CASCADE),
                ),
                ("scheme", _key("protection.scheme", "skema", deletion=CASCADE)),
            ],
            options={
                "verbose_name": "hitungan bulan tagihan",
                "verbose_name_plural": "hitungan bulan tagihan",
                "ordering": ("billing", "month"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("billing", "month"), name="protection_billedmonth_once"
                    )
                ],
                "indexes": [
                    models.Index(
                        fields=["scheme", "month"], name="protection_billed_month"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Submission",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "village_code",
                    models.CharField(max_length=13, verbose_name="kode desa"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("prepared", "disiapkan"),
                            ("forwarded", "diteruskan"),
                            ("returned", "dikembalikan"),
                            ("decided", "ditetapkan"),
                        ],
                        default="prepared",
                        max_length=10,
                        verbose_name="keadaan",
                    ),
                ),
                ("held_on", models.DateField(verbose_name="tanggal musyawarah")),
                ("place", models.CharField(max_length=200, verbose_name="tempat")),
                (
                    "leader",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="dipimpin oleh"
                    ),
                ),
                (
                    "attended",
                    models.PositiveIntegerField(verbose_name="yang hadir"),
                ),
                (
                    "countersigners",
                    models.TextField(
                        blank=True, verbose_name="yang ikut menandatangani"
                    ),
                ),
                (
                    "prepared_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="disiapkan"
                    ),
                ),
                (
                    "forwarded_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="diteruskan"
                    ),
                ),
                (
                    "people",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="orang"
                    ),
                ),
                (
                    "list_sha256",
                    models.CharField(
                        blank=True, max_length=64, verbose_name="sidik daftar"
                    ),
                ),
                (
                    "returned_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="dikembalikan"
                    ),
                ),
                (
                    "return_reason",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="alasan dikembalikan"
                    ),
                ),
                (
                    "forwarded_by",
                    _key(
                        settings.AUTH_USER_MODEL,
                        "diteruskan oleh",
                        deletion=PROTECT,
                        null=True,
                        blank=True,
                    ),
                ),
                (
                    "institution",
                    _key("accounts.institution", "lembaga", deletion=PROTECT),
                ),
                (
                    "letter",
                    _key(
                        "correspondence.letter",
                        "surat pengantar",
                        deletion=PROTECT,
                        null=True,
                        blank=True,
                    ),
                ),
                (
                    "prepared_by",
                    _key(settings.AUTH_USER_MODEL, "disiapkan oleh", deletion=PROTECT),
                ),
                (
                    "scheme",
                    _key(
                        "protection.scheme",
                        "skema",
                        deletion=PROTECT,
                        related_name="submissions",
                    ),
                ),
            ],
            options={
                "verbose_name": "usulan desa",
                "verbose_name_plural": "usulan desa",
                "ordering": ("scheme", "village_code", "pk"),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "decided"), _negated=True),
                        fields=("scheme", "village_code"),
                        name="protection_submission_one_open",
                    )
                ],
            },
        ),
        *_counted("entry"),
        *_counted("paidmonth"),
        *guard("protection_tally", sees=BEFORE.SEES, writes="false"),
        *guard("protection_billedmonth", sees=BEFORE.SEES, writes="false"),
        *guard(
            "protection_submission",
            sees=BEFORE.SEES,
            writes=f"({BEFORE.OURS} OR village_code = {BEFORE.WRITING}) "
            f"AND {BEFORE.OF_OWNER}",
        ),
    ]
