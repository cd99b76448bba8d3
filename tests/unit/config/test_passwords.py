"""Passwords are kept by Argon2id; what scrypt kept is made anew at the next sign-in."""

import pytest
from django.contrib.auth.hashers import (
    ScryptPasswordHasher,
    check_password,
    identify_hasher,
    make_password,
)


@pytest.fixture(autouse=True)
def as_configured(settings):
    """Tests elsewhere may hash cheaply; here the office's own way is looked at."""
    assert settings.PASSWORD_HASHERS[0] == "naungan.config.passwords.Passwords"


def test_a_password_is_kept_by_argon2id_at_the_strength_that_is_named():
    kept = make_password("sandi-rekaan-2026")
    assert kept.startswith("argon2$argon2id$v=19$m=19456,t=2,p=1$")
    assert check_password("sandi-rekaan-2026", kept)
    assert not check_password("sandi-rekaan-2027", kept)


def test_what_scrypt_kept_still_opens_and_is_made_anew():
    kept = ScryptPasswordHasher().encode("sandi-rekaan-2026", "garamrekaan")
    made = []
    assert check_password("sandi-rekaan-2026", kept, made.append)
    assert made == ["sandi-rekaan-2026"], "the user's own setter is called"
    assert identify_hasher(kept).algorithm == "scrypt"
