"""How passwords are kept: costly to guess, quick enough for a morning's sign-ins."""

from typing import Final

from django.contrib.auth.hashers import Argon2PasswordHasher


# Least strength of OWASP's Password Storage Cheat Sheet for Argon2id, where Django's own
# setting takes a hundred megabytes and eight lanes for each person who signs in.
# https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html
_MEBIBYTES: Final = 19
_ROUNDS: Final = 2


class Passwords(Argon2PasswordHasher):
    """Argon2id for an office in which a hundred people sign in within a minute."""

    time_cost = _ROUNDS
    memory_cost = _MEBIBYTES * 1024  # kibibytes
    parallelism = 1
