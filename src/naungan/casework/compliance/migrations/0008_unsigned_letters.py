"""A step waits while its letter is unsigned, a mandate until it has its letter."""

from typing import ClassVar

from django.db import migrations, models
from django.db.models import Q


ONE_ALIVE = "compliance_skk_one_alive"


class Migration(migrations.Migration):
    """Let a mandate that waits for its letter be the only one of its kind as well."""

    dependencies: ClassVar = [("compliance", "0007_number_of_letter")]
    operations: ClassVar = [
        migrations.RemoveConstraint(model_name="skk", name=ONE_ALIVE),
        migrations.AlterField(
            model_name="skk",
            name="state",
            field=models.CharField(
                choices=[
                    ("prepared", "menunggu suratnya"),
                    ("issued", "diterbitkan"),
                    ("registered", "dicatat kejaksaan"),
                    ("returned", "dikembalikan"),
                    ("realised", "berhasil"),
                    ("expired", "berakhir"),
                ],
                default="prepared",
                max_length=10,
                verbose_name="keadaan",
            ),
        ),
        migrations.AlterField(
            model_name="steptaken",
            name="state",
            field=models.CharField(
                choices=[
                    ("standing", "berlaku"),
                    ("unsigned", "suratnya menunggu tanda tangan"),
                    ("answered", "dijawab"),
                    ("lapsed", "tenggangnya lewat"),
                    ("complied", "dipenuhi"),
                    ("lifted", "dicabut"),
                    ("withdrawn", "dibatalkan"),
                ],
                default="standing",
                max_length=10,
                verbose_name="keadaan",
            ),
        ),
        migrations.AddConstraint(
            model_name="skk",
            constraint=models.UniqueConstraint(
                condition=Q(state__in=("prepared", "issued", "registered")),
                fields=("case", "kind"),
                name=ONE_ALIVE,
            ),
        ),
    ]
