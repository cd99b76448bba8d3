"""What pursuing an employer asks of a snapshot: payrolls, exposure, targets, as counts."""

from naungan.casework.intake.pursuit.asking import (
    Found,
    Sought,
    Targets,
    Weight,
    behind,
    exposed,
    found,
    statuses,
    targets,
)


__all__ = [
    "Found",
    "Sought",
    "Targets",
    "Weight",
    "behind",
    "exposed",
    "found",
    "statuses",
    "targets",
]
