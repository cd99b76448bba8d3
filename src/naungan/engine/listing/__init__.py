"""What pages list: people, pairs and employers, arranged once so that no page scans.

A page of fifty rows must cost the same for a village and for a nation. So the run
writes each list in the order in which it is read, with all that a row shows.
"""

from naungan.engine.listing.employers import arrange_employers
from naungan.engine.listing.owners import owned
from naungan.engine.listing.pairs import arrange_employer_pairs, arrange_pairs
from naungan.engine.listing.people import arrange_people
from naungan.engine.work import Work


def list_people(work: Work) -> None:
    """Create what the lists of people are written from, once coverage is known."""
    owners = owned(work)
    arrange_people(work.con, owners)
    arrange_pairs(work.con, owners)


def list_employers(work: Work) -> None:
    """Create what the lists of employers are written from, once findings are known."""
    arrange_employers(work.con, owned(work))
    arrange_employer_pairs(work.con)
