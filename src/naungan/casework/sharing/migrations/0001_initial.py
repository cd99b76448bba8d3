import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0003_holding"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Sharing",
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
                    "receiver_kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("bpjs_branch", "Kantor cabang BPJS Ketenagakerjaan"),
                            ("bpjs_region", "Kantor wilayah BPJS Ketenagakerjaan"),
                            ("inspectorate", "Pengawasan ketenagakerjaan provinsi"),
                            ("kejari", "Kejaksaan negeri"),
                            ("kejati", "Kejaksaan tinggi"),
                            ("sekda", "Sekretariat daerah"),
                            ("bappeda", "Bappeda"),
                            ("disnaker", "Dinas tenaga kerja"),
                            ("dpmd", "Dinas pemberdayaan masyarakat dan desa"),
                            ("dpmptsp", "Dinas penanaman modal dan PTSP"),
                            ("dinsos", "Dinas sosial"),
                            ("bpkad", "Badan pengelola keuangan dan aset daerah"),
                            ("district", "Kecamatan"),
                            ("village", "Pemerintah desa"),
                            ("kpu", "Komisi pemilihan umum"),
                        ],
                        max_length=20,
                        verbose_name="jenis penerima",
                    ),
                ),
                (
                    "region_code",
                    models.CharField(blank=True, max_length=13, verbose_name="wilayah"),
                ),
                (
                    "columns",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("nik", "NIK (disamarkan)"),
                                ("birth_date", "tanggal lahir"),
                                ("sex", "jenis kelamin"),
                                ("wage", "upah"),
                                ("kpj", "nomor peserta"),
                                ("employer", "pemberi kerja"),
                            ],
                            max_length=20,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="kolom",
                    ),
                ),
                ("purpose", models.CharField(max_length=200, verbose_name="keperluan")),
                (
                    "agreement",
                    models.CharField(
                        max_length=200, verbose_name="dasar atau perjanjian"
                    ),
                ),
                ("from_on", models.DateField(verbose_name="mulai")),
                ("until_on", models.DateField(verbose_name="sampai")),
                (
                    "given_at",
                    models.DateTimeField(auto_now_add=True, verbose_name="diberikan"),
                ),
                (
                    "ended_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="diakhiri"
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="shares_ended",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="diakhiri oleh",
                    ),
                ),
                (
                    "given_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="shares_given",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="diberikan oleh",
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="shares",
                        to="accounts.institution",
                        verbose_name="pemilik",
                    ),
                ),
                (
                    "receiver",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="receives",
                        to="accounts.institution",
                        verbose_name="penerima",
                    ),
                ),
            ],
            options={
                "verbose_name": "aturan berbagi",
                "verbose_name_plural": "aturan berbagi",
                "ordering": ("institution__name", "-from_on", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("until_on__gte", models.F("from_on"))),
                        name="sharing_sharing_ends_after_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("receiver__isnull", True),
                            ("receiver_kind", ""),
                            _connector="XOR",
                        ),
                        name="sharing_sharing_one_receiver",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("receiver", models.F("institution")), _negated=True
                        ),
                        name="sharing_sharing_not_to_oneself",
                    ),
                ],
            },
        ),
    ]
