"""Why somebody leaves work or claims: one field for JHT and JKP alike."""

from typing import Final

from naungan.law.question import Field
from naungan.law.words import words


CAUSES: Final = (
    "age",
    "total_disability",
    "death",
    "resignation",
    "layoff",
    "contract_cut_short",
    "contract_expiry",
    "retirement",
    "left_indonesia",
    "still_working",
)
CAUSE: Final = Field(
    "cause",
    "choice",
    words("sebab klaim atau berhenti bekerja", "cause of the claim or of leaving"),
    CAUSES,
)
