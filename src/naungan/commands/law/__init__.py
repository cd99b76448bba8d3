"""`naungan law`: ask the law, show it, check cases against it."""

from naungan.command import Shelf


command = Shelf(
    "naungan.commands.law",
    name="law",
    help="Hukum Jamsostek: iuran, denda, manfaat, kewajiban, dan dasarnya.",
)
