"""Made in a running office from outside: an examiner and an inspector at their desks.

Run as a program with the home in the environment: SNAPSHOT VILLAGE MONTH.
"""

import sys

from tests.functional.office.journeys import field_office


DESKS = (
    ("kepala", "branch_head", "bpjs_branch", "cabang"),
    ("pemeriksa", "examiner", "bpjs_branch", "cabang"),
    ("pengawas", "inspector", "inspectorate", "pengawasan"),
)


if __name__ == "__main__":
    field_office.DESKS = DESKS
    field_office.main(*sys.argv[1:])
