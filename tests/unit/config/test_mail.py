"""How letters leave: read from one address, refused with its remedy."""

import pytest

from naungan.config.mail import of_url
from naungan.lib.errors import InputRefused


def test_without_an_address_letters_become_files():
    assert of_url("").backend.endswith("filebased.EmailBackend")


@pytest.mark.parametrize(
    ("url", "port", "starts_tls", "is_tls"),
    [
        ("smtp://surel.contoh.id", 25, False, False),
        ("smtp+tls://surel.contoh.id", 587, True, False),
        ("smtps://surel.contoh.id", 465, False, True),
        ("smtps://surel.contoh.id:2465", 2465, False, True),
    ],
)
def test_the_scheme_says_port_and_encryption(url, port, starts_tls, is_tls):
    mail = of_url(url)
    assert (mail.host, mail.port) == ("surel.contoh.id", port)
    assert (mail.starts_tls, mail.is_tls) == (starts_tls, is_tls)


def test_user_and_password_may_hold_any_sign():
    mail = of_url("smtps://naungan%40contoh.id:a%2Fb%3A@surel.contoh.id")
    assert (mail.user, mail.password) == ("naungan@contoh.id", "a/b:")


@pytest.mark.parametrize("url", ["http://surel.contoh.id", "surel.contoh.id", "smtp:"])
def test_anything_else_is_refused_with_an_example(url):
    with pytest.raises(InputRefused, match="NAUNGAN_MAIL_URL"):
        of_url(url)
