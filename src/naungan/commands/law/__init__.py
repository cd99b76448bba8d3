"""`naungan law`: ask the law, show it, check cases against it."""

from naungan.command import Shelf


command = Shelf(
    "naungan.commands.law",
    name="law",
    help=(
        "Hukum Jamsostek: iuran, denda, manfaat, kewajiban, dan dasarnya.\n\n"
        "Setiap jawaban menyebut pasal di balik setiap angka, apa yang dianggap, dan "
        "apa yang belum pasti. Contoh:\n\n"
        "\b\n"
        "  ./naungan law contribution --segment PU --month 2026-06 --wage 5000000\n"
        "  ./naungan law benefit --programme JKM --segment BPU \\\n"
        "      --joined-on 2026-01-10 --event-date 2026-11-12\n"
        "  ./naungan law show contributions/jp/wage_ceiling"
    ),
)
