"""What the columns of tables and the bases of rates are called."""

from typing import Final

from naungan.law.words import Words, words


VALUE: Final[dict[str, Words]] = {
    "annual_revenue": words("pendapatan setahun", "yearly revenue"),
    "balance": words("saldo", "balance"),
    "base_income": words("penghasilan dasar", "base income"),
    "capped_last_wage": words(
        "upah terakhir sampai batasnya", "last wage up to its cap"
    ),
    "contract_value": words("nilai kontrak", "contract value"),
    "contribution": words("iuran", "contribution"),
    "dbh_cht": words("DBH CHT", "tobacco excise share"),
    "eligible_workers": words("pekerja yang dapat menjadi peserta", "eligible workers"),
    "export_duty_and_levy": words(
        "bea keluar dan pungutan ekspor", "export duty and levy"
    ),
    "indexed_mean_wage": words("upah rata-rata terindeks", "indexed mean wage"),
    "labour_force": words("angkatan kerja", "labour force"),
    "monthly_wage_up_to_cap": words(
        "upah sebulan sampai batasnya", "monthly wage up to its cap"
    ),
    "monthly_wage_up_to_ceiling": words(
        "upah sebulan sampai batasnya", "monthly wage up to its ceiling"
    ),
    "pension": words("pensiun", "pension"),
    "amount": words("jumlah", "amount"),
    "by_step": words("tiap langkah", "by step"),
    "confidence": words("keyakinan", "how sure"),
    "digits": words("angka ke-", "digits"),
    "highest": words("tertinggi", "highest"),
    "income_from": words("penghasilan mulai", "income from"),
    "instruction": words("perintah", "instruction"),
    "jht": words("JHT", "JHT"),
    "jkk": words("JKK", "JKK"),
    "level": words("jenjang", "level"),
    "lowest": words("terendah", "lowest"),
    "max_years": words("paling lama (tahun)", "at most (years)"),
    "meaning": words("arti", "meaning"),
    "name": words("nama", "name"),
    "official": words("pejabat", "official"),
    "part": words("bagian tubuh", "part of the body"),
    "rate": words("tarif", "rate"),
    "sure": words("keyakinan", "how sure"),
    "up_to_months": words("sampai (bulan)", "up to (months)"),
}
