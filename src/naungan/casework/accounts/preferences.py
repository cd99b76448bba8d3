"""What people choose for themselves; it is no record of an act."""

from naungan.casework.accounts.models import User


def switch_shortcuts(user: User, *, on: bool) -> None:
    """Switch the shortcuts of one letter on or off for a person."""
    user.shortcuts = on
    user.save(update_fields=["shortcuts"])
