"""What pages list: people, pairs and employers, arranged once so that no page scans.

A page of fifty rows must cost the same for a village and for a nation. So the run
writes each list in the order in which it is read, with all that a row shows.
"""

from naungan.engine.listing.employers import arrange_employers
from naungan.engine.listing.owners import own_people
from naungan.engine.listing.pairs import arrange_pairs
from naungan.engine.listing.people import arrange_people
from naungan.engine.work import Work


def arrange(work: Work) -> None:
    """Create what the tables of lists are written from, once findings are known."""
    own_people(work)
    arrange_people(work.con)
    arrange_pairs(work.con)
    arrange_employers(work.con)
