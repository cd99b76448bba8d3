"""`naungan law benefit`: what a programme pays for what happened."""

from naungan.question_command import question_command


command = question_command(
    "benefit",
    "Manfaat satu program atas satu kejadian: berapa, siapa membayar, sampai kapan.",
)
