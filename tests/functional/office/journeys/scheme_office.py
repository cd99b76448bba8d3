"""Made in a running office from outside: the desks of a scheme, from village to branch.

Run as a program with the home in the environment: VILLAGE. It prints the secret of the
second step of everybody.
"""

import json
import sys

from tests.functional.office.journeys import field_office

from naungan.office.frame import as_owner


DESKS = (
    ("kepesertaan", "membership_head", "bpjs_branch", "cabang"),
    ("dpmd", "agency_head", "dpmd", "dpmd"),
    ("bpkad", "agency_head", "bpkad", "bpkad"),
    ("operator", "village_clerk", "village", "desa"),
    ("kades", "village_head", "village", "desa"),
)


if __name__ == "__main__":
    field_office.DESKS = DESKS
    with as_owner():
        sys.stdout.write(json.dumps(field_office.people(sys.argv[1])))
