"""The roles of each kind of institution (`kinds`) and the powers of each role."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from naungan.casework.accounts.kinds import KINDS


@dataclass(frozen=True)
class Role:
    """A role in some kinds of institutions, with what it may do.

    `powers` hold wherever the role is held, `only_in` adds some for single kinds.
    """

    code: str
    label: str
    label_en: str
    kinds: tuple[str, ...]
    powers: frozenset[str]
    only_in: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def powers_in(self, kind: str) -> frozenset[str]:
        """Give what the role may do in an institution of a kind."""
        return self.powers | self.only_in.get(kind, frozenset())


_GOVERNMENT: Final = ("sekda", "bappeda", "disnaker", "dpmd", "dinsos", "bpkad", "kpu")
_PROSECUTORS: Final = ("kejari", "kejati")
_BPJS: Final = ("bpjs_branch", "bpjs_region")
_SEES: Final = frozenset({"see_coverage", "see_employers", "export"})
_WORKS: Final = frozenset({"see_coverage", "see_persons", "export"})
_WRITES: Final = frozenset({"see_letters", "issue_letters"})
_TAKES: Final = _WRITES | {"see_cases", "take_steps"}
_MEETS: Final = frozenset({"see_meetings", "keep_meetings"})
_SIGNS: Final = _MEETS | {"sign_minutes", "sign_letters"}
_PAYS: Final = frozenset({"see_claims", "record_claims", "decide_claims"})

ROLES: Final = {
    role.code: role
    for role in (
        Role(
            "branch_head",
            "Kepala kantor",
            "Head of office",
            _BPJS,
            _SEES
            | _WRITES
            | _SIGNS
            | _PAYS
            | {
                "set_letterhead",
                "see_persons",
                "unmask",
                "see_incoming",
                "approve",
                "review",
                "see_looks",
                "assign",
                "share",
                "set_targets",
                "see_cases",
                "open_cases",
                "take_steps",
                "record_payments",
                "set_ladder",
                "see_schemes",
            },
        ),
        Role(
            "membership_head",
            "Kepala bidang kepesertaan",
            "Head of membership",
            _BPJS,
            _SEES
            | _WRITES
            | _MEETS
            | {
                "see_persons",
                "unmask",
                "see_incoming",
                "upload",
                "approve",
                "review",
                "assign",
                "visit",
                "see_cases",
                "open_cases",
                "record_payments",
                "see_schemes",
                "see_claims",
                "enrol_people",
            },
        ),
        Role(
            "service_head",
            "Kepala bidang pelayanan",
            "Head of services",
            _BPJS,
            _SEES
            | _WRITES
            | _PAYS
            | {
                "see_persons",
                "unmask",
                "see_schemes",
                "see_meetings",
            },
        ),
        Role(
            "account_representative",
            "Account representative",
            "Account representative",
            _BPJS,
            _SEES
            | {
                "see_persons",
                "see_incoming",
                "upload",
                "review",
                "visit",
                "see_cases",
                "see_letters",
                "see_meetings",
                "record_payments",
                "see_schemes",
                "enrol_people",
                "see_claims",
                "record_claims",
            },
        ),
        Role(
            "examiner",
            "Petugas pemeriksa",
            "Examining officer",
            _BPJS,
            _SEES
            | _TAKES
            | {
                "see_persons",
                "unmask",
                "see_meetings",
                "see_incoming",
                "upload",
                "open_cases",
                "record_payments",
            },
        ),
        Role(
            "supervision_head",
            "Kepala bidang pengawasan",
            "Head of supervision",
            ("inspectorate",),
            _SEES
            | _TAKES
            | _SIGNS
            | {
                "see_persons",
                "see_incoming",
                "approve",
                "share",
                "see_looks",
                "set_ladder",
                "set_letterhead",
            },
        ),
        Role(
            "enforcement_section",
            "Kepala seksi penegakan hukum",
            "Head of law enforcement section",
            ("inspectorate",),
            _SEES | _TAKES | _MEETS | {"see_persons"},
        ),
        Role(
            "norms_section",
            "Kepala seksi norma kerja dan jamsostek",
            "Head of labour norms and social security section",
            ("inspectorate",),
            _SEES | _TAKES | _MEETS | {"see_persons"},
        ),
        Role(
            "inspector",
            "Pengawas ketenagakerjaan",
            "Labour inspector",
            ("inspectorate",),
            _SEES | _TAKES | {"see_persons", "unmask", "open_cases", "see_meetings"},
        ),
        Role(
            "datun_head",
            "Kepala seksi perdata dan tata usaha negara",
            "Head of civil and state administrative section",
            _PROSECUTORS,
            _SEES | _TAKES | _SIGNS | {"see_looks", "set_letterhead"},
        ),
        Role(
            "state_attorney",
            "Jaksa pengacara negara",
            "State attorney",
            _PROSECUTORS,
            _SEES | _TAKES | {"see_meetings"},
        ),
        Role(
            "intelligence_head",
            "Kepala seksi intelijen",
            "Head of intelligence section",
            _PROSECUTORS,
            _MEETS | _WRITES | {"see_coverage"},
        ),
        Role(
            "regional_secretary",
            "Sekretaris daerah",
            "Regional secretary",
            ("sekda",),
            _SIGNS
            | _WRITES
            | {
                "set_letterhead",
                "see_coverage",
                "export",
                "set_targets",
                "see_schemes",
                "see_claims",
            },
        ),
        Role(
            "agency_head",
            "Kepala perangkat daerah",
            "Head of agency",
            (*_GOVERNMENT, "dpmptsp", "district"),
            _WORKS
            | _WRITES
            | _SIGNS
            | {
                "set_letterhead",
                "see_incoming",
                "approve",
                "see_looks",
                "assign",
                "share",
                "set_targets",
                "see_schemes",
                "see_claims",
                "manage_schemes",
                "propose_people",
                "decide_people",
                "record_funds",
            },
            {"dpmptsp": _TAKES},
        ),
        Role(
            "agency_officer",
            "Pelaksana perangkat daerah",
            "Agency officer",
            (*_GOVERNMENT, "district"),
            _WORKS
            | _WRITES
            | _MEETS
            | {
                "see_incoming",
                "upload",
                "visit",
                "see_schemes",
                "see_claims",
                "manage_schemes",
                "propose_people",
                "record_funds",
            },
        ),
        Role(
            "licensing_officer",
            "Petugas perizinan",
            "Licensing officer",
            ("dpmptsp",),
            frozenset({"see_employers", "see_cases"}),
        ),
        Role(
            "village_head",
            "Kepala desa",
            "Village head",
            ("village",),
            _WORKS
            | _WRITES
            | {"see_meetings", "sign_minutes", "sign_letters"}
            | {
                "set_letterhead",
                "see_incoming",
                "approve",
                "assign",
                "share",
                "see_schemes",
                "propose_people",
                "forward_lists",
                "see_claims",
                "record_claims",
            },
        ),
        Role(
            "village_clerk",
            "Operator desa",
            "Village clerk",
            ("village",),
            _WORKS
            | _WRITES
            | {
                "see_incoming",
                "upload",
                "visit",
                "see_schemes",
                "see_claims",
                "record_claims",
                "propose_people",
                "see_meetings",
            },
        ),
        Role(
            "data_officer",
            "Pejabat pelindungan data",
            "Data protection officer",
            tuple(KINDS),
            frozenset({"see_looks"}),
        ),
        Role(
            "administrator",
            "Administrator lembaga",
            "Institution administrator",
            tuple(KINDS),
            frozenset(
                {"manage_people", "see_looks", "manage_tokens", "set_letterhead"}
            ),
        ),
        Role(
            "office_administrator",
            "Administrator kantor",
            "Office administrator",
            tuple(KINDS),
            frozenset(
                {
                    "manage_people",
                    "manage_institutions",
                    "see_looks",
                    "manage_tokens",
                    "set_targets",
                }
            ),
        ),
    )
}
"""Every role by its code."""
