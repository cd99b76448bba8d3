"""What a world is: the few numbers from which a whole population follows."""

from dataclasses import dataclass, field


FORMS = ("parquet", "csv", "xlsx", "office")
MODELS = ("a", "b")


@dataclass(frozen=True, kw_only=True)
class World:
    """The recipe of one invented population.

    `region` is a dotted Kemendagri code of a province, regency, district or
    village, or `00` for the whole country. `workers` counts true people;
    their lists hold about as many rows. Months are month indices
    (year * 12 + month - 1), both ends included; `written` chooses some of them
    for files, all where empty. `rates` maps error kinds to rates that replace
    those of the error model. `covered` fixes how many people are members in
    good standing in the first month, where given; `covered_below` is the bound
    on their draw that `bounded` found for it. `universe` names the source of
    the official number of workers. `reach` is how
    many of the people on no list are put on their village's after all.
    """

    region: str
    workers: int
    seed: int
    first_month: int
    last_month: int
    members_share: float = 0.4
    error_model: str = "a"
    rates: dict[str, float] = field(default_factory=dict)
    employers_share: float = 0.067
    scheme_month: int | None = None
    scheme_places: int = 60
    covered: int | None = None
    covered_below: int | None = None
    written: tuple[int, ...] = ()
    universe: str = "rekaan"
    reach: float = 0.0

    @property
    def months(self) -> range:
        """The months in which the world lives."""
        return range(self.first_month, self.last_month + 1)

    @property
    def snapshots(self) -> tuple[int, ...]:
        """The months for which files are written."""
        return self.written or tuple(self.months)

    @property
    def scheme_from(self) -> int:
        """The month in which villages begin to enrol their vulnerable workers."""
        if self.scheme_month is not None:
            return self.scheme_month
        return self.first_month + 3
