"""All that is true of one chunk, before anybody writes anything down."""

from dataclasses import dataclass

from naungan.engine.synthetic.employers import Employers
from naungan.engine.synthetic.memberships import Memberships
from naungan.engine.synthetic.niks import Slots
from naungan.engine.synthetic.people import People
from naungan.engine.synthetic.places import Places
from naungan.engine.synthetic.world import World


@dataclass(frozen=True)
class Scene:
    """The facts of one chunk: its world, places, people, employers, memberships."""

    world: World
    places: Places
    slots: Slots
    people: People
    employers: Employers
    held: Memberships
