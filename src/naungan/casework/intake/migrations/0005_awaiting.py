"""A run that finds no list of members waits for one; before, a sentence told so."""

from typing import Any

from django.db import migrations, models


AWAITED = (
    "Menunggu daftar peserta dari BPJS Ketenagakerjaan: cakupan dihitung begitu ada."
)


def by_state(apps: Any, _schema: Any) -> None:
    """Take the state from the sentence that stood for it."""
    runs = apps.get_model("intake", "Run").objects.filter(fault=AWAITED)
    runs.update(state="awaiting", fault="")


class Migration(migrations.Migration):
    """Let a run end waiting."""

    dependencies = [("intake", "0004_held")]

    operations = [
        migrations.AlterField(
            model_name="run",
            name="state",
            field=models.CharField(
                choices=[
                    ("queued", "menunggu giliran"),
                    ("running", "berjalan"),
                    ("held", "ditahan"),
                    ("published", "terbit"),
                    ("dropped", "tidak diterbitkan"),
                    ("failed", "gagal"),
                    ("cancelled", "dibatalkan"),
                    ("awaiting", "menunggu daftar peserta"),
                ],
                max_length=12,
                verbose_name="keadaan",
            ),
        ),
        migrations.RunPython(by_state, migrations.RunPython.noop),
    ]
