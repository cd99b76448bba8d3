"""What a review page needs besides its one query: the queue, its filter, its counts."""

from collections import Counter
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from django.http import Http404
from django.urls import reverse

from naungan.casework.accounts.scope import Scope
from naungan.casework.intake import door
from naungan.casework.intake.models import Publication
from naungan.casework.review import records
from naungan.casework.review.pair import Pair
from naungan.casework.review.queue import Queue, queues
from naungan.casework.review.records import Key, Row, Subject
from naungan.lib import regions
from naungan.lib.numbers import format_number
from naungan.web.request import ScopedRequest


ADDRESS: Final[dict[str, str]] = {
    "person": "review.person",
    "employer": "review.employer",
}


@dataclass(frozen=True)
class Desk:
    """One person's queue: which publication, of whom, in which part of the region."""

    publication: Publication
    scope: Scope
    subject: Subject
    region_code: str
    queues: dict[Subject, Queue]

    @property
    def queue(self) -> Queue:
        """Give the queue that is chosen."""
        return self.queues[self.subject]

    @property
    def counts(self) -> Counter[str]:
        """Count its pairs by answer."""
        return self.queue.counts

    @property
    def total(self) -> int:
        """Count its pairs."""
        return len(self.queue.keys)

    @property
    def answered(self) -> int:
        """Count the pairs to which somebody gave any answer."""
        return self.total - self.counts[""]

    @property
    def left(self) -> int:
        """Count the pairs that still need a verdict."""
        return self.total - self.queue.decided

    @property
    def told(self) -> int:
        """Count the verdicts of both queues that wait for the next run."""
        return sum(one.decided for one in self.queues.values())

    @property
    def said(self) -> dict[str, str]:
        """Write the counts for people to read."""
        found = {one: self.counts[one] for one in ("same", "different", "unsure")}
        found |= {"total": self.total, "left": self.left, "told": self.told}
        return {name: format_number(count) for name, count in found.items()}

    @property
    def region(self) -> str:
        """Name the region."""
        found = regions.by_code(self.region_code or self.publication.region_code)
        return found.name if found else "Indonesia"

    @property
    def asked(self) -> str:
        """Write the filter as the end of an address."""
        kept = {"wilayah": self.region_code}
        return f"?{urlencode(kept)}" if self.region_code else ""

    def address(self, key: Key | None) -> str:
        """Give the address of a pair, or of the list where there is none."""
        if key is None:
            kind = "" if self.subject == "person" else "tentang=pemberi-kerja"
            both = "&".join(part for part in (self.asked[1:], kind) if part)
            return reverse("review") + (f"?{both}" if both else "")
        return reverse(ADDRESS[self.subject], args=key) + self.asked

    def choices(self) -> list[regions.Region]:
        """Give the regions to filter by: the parts of the person's own region."""
        code = self.scope.region_code or self.publication.region_code
        return list(regions.children(code)) if code.count(".") < 2 else []


def desk(request: ScopedRequest, subject: Subject) -> Desk | None:
    """Open the queue; None where nothing was published for the region yet."""
    scope = request.scope
    region_code = _wanted(request)
    publication = door.newest(region_code or scope.region_code)
    if publication is None:
        return None
    found = queues(publication, scope, region_code)
    return Desk(publication, scope, subject, region_code, found)


def pair_of(desk: Desk, found: Row, key: Key) -> Pair:
    """Name a pair of the queue."""
    return records.named(desk.publication, desk.subject, found, key)


def _wanted(request: ScopedRequest) -> str:
    """Read the region of the filter; one outside the person's own is not there."""
    code = request.GET.get("wilayah", "")
    own = request.scope.region_code
    if code and regions.by_code(code) is None:
        raise Http404
    if code and not regions.lies_in(code, own):
        raise Http404
    return code
