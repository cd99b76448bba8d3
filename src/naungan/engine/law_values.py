"""The law of one month, read from the work database's dated rows.

Rules reach SQL as values looked up by path; none is typed into code.
Which articles a finding rests on is looked up in `law_bases`, not here.
"""

from dataclasses import dataclass

import duckdb

from naungan.law.book import enacted
from naungan.lib import dates
from naungan.lib.errors import LawRefused


@dataclass(frozen=True)
class Law:
    """Every value in force in one month, as written, by path."""

    month: int
    values: dict[str, str]

    def text(self, path: str) -> str:
        """Give the value as written; raise `LawRefused` when there is none."""
        found = self.values.get(path)
        if found is None:
            month = dates.month_label(self.month)
            raise LawRefused(
                f"Tidak ada nilai hukum {path} untuk {month}. Tambahkan entri "
                "pada berkas parameternya atau pilih bulan lain."
            )
        return found

    def number(self, path: str) -> int:
        """Give a whole number."""
        return int(self.text(path))


def refuse_unanswered(month: int) -> None:
    """Refuse a month index outside those that the book of law answers for."""
    first, last = enacted().months
    if not first <= month <= last:
        raise LawRefused(
            f"Hukum untuk {dates.month_label(month)} tidak dimuat: yang sudah "
            f"ditetapkan dan diperiksa adalah {dates.month_label(first)} sampai "
            f"{dates.month_label(last)}. Pilih bulan di antaranya."
        )


def law_of(con: duckdb.DuckDBPyConnection, month: int) -> Law:
    """Read the values in force in a month index from `law_parameters`."""
    rows = con.execute(
        """SELECT path, value FROM law_parameters
        WHERE from_month <= $month AND coalesce(to_month >= $month, true)
        ORDER BY path, from_month""",
        {"month": month},
    ).fetchall()
    return Law(month, dict(rows))
