"""A pair that waits for a verdict, named so that the verdict outlives the run."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Pair:
    """Two records of one snapshot: a person and a membership, or two employers.

    `region_code` and `run` name the publication; `place_code` is where the person or
    employer is at home, else the region; `sources` are `<hash>:<row>` of its rows.
    """

    region_code: str
    run: int
    subject: str
    number: int
    partner: str
    place_code: str
    sources: tuple[str, ...]

    @property
    def key(self) -> tuple[str, int, str]:
        """Name the pair within its region."""
        return (self.subject, self.number, self.partner)
