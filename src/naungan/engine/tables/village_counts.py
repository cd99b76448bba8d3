"""How many people of each kind each village has."""

from naungan.engine.table import LOOKED_UP_ROW_GROUP, Table


TABLE = Table(
    name="village_counts",
    meaning="How many people of each kind each village has.",
    columns={
        "village_code": "Kemendagri code as in uncovered, or null",
        "status": "status of coverage, active too",
        "segment": "PU, BPU, JAKON, PMI, or null",
        "category": "who, across segments, or null",
        "owners": "institutions in whose files they stand, joined by +, or null",
        "people": "how many",
    },
    query="SELECT village_code, status, segment, category, owners, people FROM village_counts",
    order_by=("village_code", "status", "segment", "category", "owners"),
    row_group=LOOKED_UP_ROW_GROUP,
    final_after="coverage",
)
