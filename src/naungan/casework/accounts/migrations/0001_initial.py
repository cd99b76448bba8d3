import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Institution",
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
                ("code", models.SlugField(unique=True, verbose_name="kode")),
                (
                    "kind",
                    models.CharField(
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
                        verbose_name="jenis",
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="nama")),
                (
                    "region_code",
                    models.CharField(
                        blank=True, max_length=13, verbose_name="kode wilayah"
                    ),
                ),
                (
                    "needs_approval",
                    models.BooleanField(
                        default=False, verbose_name="berkas disetujui orang kedua"
                    ),
                ),
                (
                    "closed_on",
                    models.DateField(blank=True, null=True, verbose_name="ditutup"),
                ),
            ],
            options={
                "verbose_name": "lembaga",
                "verbose_name_plural": "lembaga",
                "ordering": ("name",),
            },
        ),
        migrations.CreateModel(
            name="User",
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
                ("password", models.CharField(max_length=128, verbose_name="password")),
                (
                    "last_login",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="last login"
                    ),
                ),
                (
                    "email",
                    models.EmailField(
                        max_length=254, unique=True, verbose_name="surel"
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="nama")),
                (
                    "language",
                    models.CharField(
                        choices=[("id", "Indonesia"), ("en", "English")],
                        default="id",
                        max_length=2,
                        verbose_name="bahasa",
                    ),
                ),
                (
                    "shortcuts",
                    models.BooleanField(
                        default=True, verbose_name="pintasan papan tik satu huruf"
                    ),
                ),
                ("is_active", models.BooleanField(default=True, verbose_name="aktif")),
                (
                    "date_joined",
                    models.DateTimeField(auto_now_add=True, verbose_name="bergabung"),
                ),
            ],
            options={
                "verbose_name": "orang",
                "verbose_name_plural": "orang",
                "constraints": [
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("email"),
                        name="accounts_user_email_lower",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Appointment",
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
                    "role",
                    models.CharField(
                        choices=[
                            ("branch_head", "Kepala kantor"),
                            ("membership_head", "Kepala bidang kepesertaan"),
                            ("service_head", "Kepala bidang pelayanan"),
                            ("account_representative", "Account representative"),
                            ("examiner", "Petugas pemeriksa"),
                            ("supervision_head", "Kepala bidang pengawasan"),
                            ("enforcement_section", "Kepala seksi penegakan hukum"),
                            ("norms_section", "Kepala seksi norma kerja dan jamsostek"),
                            ("inspector", "Pengawas ketenagakerjaan"),
                            (
                                "datun_head",
                                "Kepala seksi perdata dan tata usaha negara",
                            ),
                            ("state_attorney", "Jaksa pengacara negara"),
                            ("intelligence_head", "Kepala seksi intelijen"),
                            ("regional_secretary", "Sekretaris daerah"),
                            ("agency_head", "Kepala perangkat daerah"),
                            ("agency_officer", "Pelaksana perangkat daerah"),
                            ("licensing_officer", "Petugas perizinan"),
                            ("village_head", "Kepala desa"),
                            ("village_clerk", "Operator desa"),
                            ("data_officer", "Pejabat pelindungan data"),
                            ("administrator", "Administrator lembaga"),
                            ("office_administrator", "Administrator kantor"),
                        ],
                        max_length=30,
                        verbose_name="peran",
                    ),
                ),
                ("from_on", models.DateField(verbose_name="mulai")),
                (
                    "until_on",
                    models.DateField(blank=True, null=True, verbose_name="sampai"),
                ),
                (
                    "acting",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("pj", "Penjabat (Pj)"),
                            ("plt", "Pelaksana tugas (Plt)"),
                            ("plh", "Pelaksana harian (Plh)"),
                            ("diwakili", "Mewakili"),
                        ],
                        max_length=10,
                        verbose_name="sebagai",
                    ),
                ),
                (
                    "acts_for",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deputies",
                        to="accounts.appointment",
                        verbose_name="menggantikan",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appointments",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="orang",
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appointments",
                        to="accounts.institution",
                        verbose_name="lembaga",
                    ),
                ),
            ],
            options={
                "verbose_name": "penugasan",
                "verbose_name_plural": "penugasan",
                "ordering": ("institution__name", "user__name", "from_on"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until_on__isnull", True),
                            ("until_on__gte", models.F("from_on")),
                            _connector="OR",
                        ),
                        name="accounts_appointment_ends_after_start",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("until_on__isnull", True)),
                        fields=("user", "institution", "role"),
                        name="accounts_appointment_one_open",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Invitation",
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
                ("email", models.EmailField(max_length=254, verbose_name="surel")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("branch_head", "Kepala kantor"),
                            ("membership_head", "Kepala bidang kepesertaan"),
                            ("service_head", "Kepala bidang pelayanan"),
                            ("account_representative", "Account representative"),
                            ("examiner", "Petugas pemeriksa"),
                            ("supervision_head", "Kepala bidang pengawasan"),
                            ("enforcement_section", "Kepala seksi penegakan hukum"),
                            ("norms_section", "Kepala seksi norma kerja dan jamsostek"),
                            ("inspector", "Pengawas ketenagakerjaan"),
                            (
                                "datun_head",
                                "Kepala seksi perdata dan tata usaha negara",
                            ),
                            ("state_attorney", "Jaksa pengacara negara"),
                            ("intelligence_head", "Kepala seksi intelijen"),
                            ("regional_secretary", "Sekretaris daerah"),
                            ("agency_head", "Kepala perangkat daerah"),
                            ("agency_officer", "Pelaksana perangkat daerah"),
                            ("licensing_officer", "Petugas perizinan"),
                            ("village_head", "Kepala desa"),
                            ("village_clerk", "Operator desa"),
                            ("data_officer", "Pejabat pelindungan data"),
                            ("administrator", "Administrator lembaga"),
                            ("office_administrator", "Administrator kantor"),
                        ],
                        max_length=30,
                        verbose_name="peran",
                    ),
                ),
                (
                    "code_hash",
                    models.CharField(
                        max_length=64, unique=True, verbose_name="sidik kode"
                    ),
                ),
                (
                    "invited_at",
                    models.DateTimeField(auto_now_add=True, verbose_name="diundang"),
                ),
                ("expires_at", models.DateTimeField(verbose_name="berlaku sampai")),
                (
                    "accepted_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="diterima"
                    ),
                ),
                (
                    "withdrawn_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="ditarik"),
                ),
                (
                    "accepted_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invitations_accepted",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="diterima oleh",
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invitations",
                        to="accounts.institution",
                        verbose_name="lembaga",
                    ),
                ),
                (
                    "invited_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invitations_sent",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="diundang oleh",
                    ),
                ),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invitations_withdrawn",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="ditarik oleh",
                    ),
                ),
            ],
            options={
                "verbose_name": "undangan",
                "verbose_name_plural": "undangan",
                "ordering": ("-invited_at",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("accepted_at__isnull", True),
                                ("accepted_by__isnull", True),
                            ),
                            models.Q(
                                ("accepted_at__isnull", False),
                                ("accepted_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="accounts_invitation_accepted_pair",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("withdrawn_at__isnull", True),
                                ("withdrawn_by__isnull", True),
                            ),
                            models.Q(
                                ("withdrawn_at__isnull", False),
                                ("withdrawn_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="accounts_invitation_withdrawn_pair",
                    ),
                ],
            },
        ),
    ]
