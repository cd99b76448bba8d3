"""`naungan law duty`: which duties are met or broken, and which step may follow."""

from naungan.question_command import question_command


command = question_command(
    "duty",
    "Kewajiban pemberi kerja atau peserta: program wajib, yang dilanggar dan sejak "
    "kapan, langkah penegakan yang terbuka, dan isi suratnya.",
)
