"""The rules of coverage as data: first rule that holds decides.

The SQL is built from these tuples, the manual's tables are written from them,
and a slow judge in the tests is compared with them. `when` is a condition over
the columns that `memberships` and `people` provide; `text` says the same to a
reader.
"""

from dataclasses import dataclass

from naungan.lib.sql_text import listed


@dataclass(frozen=True)
class Rule:
    """One line of a decision table."""

    code: str
    outcome: str
    when: str
    text: str


STATES = ("paid", "in_arrears", "unknown", "lapsed", "not_started")
"""States of one membership, the strongest first; a person has the strongest."""

STATUSES = (
    "active",
    "partial_programmes",
    "in_arrears",
    "unknown",
    "lapsed",
    "possible",
    "unregistered",
)

COVERED = ("active", "partial_programmes")
"""The statuses that count as covered: contributions due are paid."""

MEMBERSHIP_RULES = (
    Rule(
        "starts_later",
        "not_started",
        "start_month > month",
        "Kepesertaan dimulai sesudah bulan yang dinilai.",
    ),
    Rule(
        "ended_but_paid",
        "paid",
        "status = 'inactive' AND month_paid AND coalesce(arrears = 0, false)",
        "Tertulis NONAKTIF, tetapi iuran bulan yang dinilai sendiri sudah dibayar "
        "dan tidak ada tunggakan: pembayaran mengalahkan keterangan.",
    ),
    Rule("ended", "lapsed", "status = 'inactive'", "Tertulis NONAKTIF."),
    Rule(
        "paid_up",
        "paid",
        "arrears = 0",
        "Semua bulan yang sudah jatuh tempo terbayar, atau belum ada yang "
        "jatuh tempo sejak kepesertaan dimulai.",
    ),
    Rule(
        "behind",
        "in_arrears",
        "arrears <= grace",
        "Ada bulan jatuh tempo yang belum dibayar, tidak melebihi batas "
        "bulan menunggak menurut hukum.",
    ),
    Rule(
        "active_but_unpaid",
        "lapsed",
        "status = 'active' AND arrears > grace",
        "Tertulis AKTIF, tetapi tunggakan melebihi batas: pembayaran "
        "mengalahkan keterangan.",
    ),
    Rule(
        "unpaid_too_long",
        "lapsed",
        "arrears > grace",
        "Tunggakan melebihi batas bulan menunggak menurut hukum.",
    ),
    Rule(
        "said_active",
        "paid",
        "status = 'active'",
        "Tidak ada keterangan pembayaran; tertulis AKTIF.",
    ),
    Rule(
        "nothing_said",
        "unknown",
        "true",
        "Tidak ada keterangan pembayaran dan tidak ada status.",
    ),
)

NOT_CURRENT = ("ended", "starts_later")
"""The rules by which a membership is over or has yet to begin."""

PERSON_RULES = (
    Rule(
        "all_programmes",
        "active",
        "state = 'paid' AND coalesce((held & obliged) = obliged, true)",
        "Ada kepesertaan lunas, dan program semua kepesertaan lunas bersama-sama "
        "memuat setiap program wajib.",
    ),
    Rule(
        "programmes_missing",
        "partial_programmes",
        "state = 'paid'",
        "Ada kepesertaan lunas, tetapi ada program wajib yang tidak diikuti. Yang wajib "
        "bagi penerima upah mengikuti skala pemberi kerja yang disebut daftar, atau, "
        "bila tidak ada, pemberi kerja tempat ia terdaftar.",
    ),
    Rule(
        "arrears",
        "in_arrears",
        "state = 'in_arrears'",
        "Tidak ada kepesertaan lunas; ada yang menunggak dalam batas.",
    ),
    Rule(
        "membership_unclear",
        "unknown",
        "state = 'unknown'",
        "Ada kepesertaan yang keadaannya belum dapat ditentukan, dan tidak ada "
        "yang lunas atau menunggak dalam batas.",
    ),
    Rule(
        "membership_lapsed",
        "lapsed",
        "state = 'lapsed'",
        "Semua kepesertaan yang sudah mulai telah gugur.",
    ),
    Rule(
        "match_awaits_review",
        "possible",
        "reviewed",
        "Belum ada kepesertaan yang sudah mulai; ada padanan yang menunggu "
        "tinjauan petugas.",
    ),
    Rule(
        "membership_later",
        "unregistered",
        "state = 'not_started'",
        "Satu-satunya kepesertaan baru mulai sesudah bulan yang dinilai.",
    ),
    Rule(
        "no_extract",
        "unknown",
        "NOT extract_given",
        "Tidak ada ekstrak peserta dalam masukan.",
    ),
    Rule(
        "no_identity",
        "unknown",
        "NOT identifiable",
        "Tidak ada padanan, dan orangnya tanpa NIK terbaca dan tanpa tahun lahir: "
        "tidak cukup untuk mencari.",
    ),
    Rule(
        "no_membership",
        "unregistered",
        "true",
        "Tidak ada padanan dalam ekstrak peserta.",
    ),
)


MEMBERSHIP_TYPES = {
    "membership_state": STATES,
    "membership_rule": tuple(rule.code for rule in MEMBERSHIP_RULES),
}
PERSON_TYPES = {
    "coverage_status": STATUSES,
    "coverage_rule": tuple(rule.code for rule in PERSON_RULES),
}
"""SQL types of the outcomes: a word takes one byte, and comparing is cheap."""


def rule_sql(rules: tuple[Rule, ...], kind: str) -> str:
    """Write a decision table as SQL that yields the code of the rule that holds."""
    cases = "\n".join(f"WHEN {rule.when} THEN '{rule.code}'::{kind}" for rule in rules)
    return f"CASE {cases} END"


def outcome_sql(rules: tuple[Rule, ...], kind: str, rule: str = "rule") -> str:
    """Write the SQL that turns the code of a rule into its outcome."""
    outcomes = listed(one.outcome for one in rules)
    return f"([{outcomes}]::{kind}[])[enum_code({rule}) + 1]"
