"""What the environment says is taken as it is meant, or refused by its name."""

import pytest

from naungan.config import environment
from naungan.lib.errors import InputRefused


SAID = {
    "NAUNGAN_HOME": "/rekaan",
    "NAUNGAN_SECRET_KEY": "rekaan",
    "DATABASE_URL": "postgresql://rekaan@nowhere/rekaan",
}


def test_papers_lead_to_the_port_that_the_office_was_opened_on():
    assert environment.read(SAID).port == 8000
    assert environment.read({**SAID, "NAUNGAN_PORT": "8971"}).port == 8971


@pytest.mark.parametrize(
    "wrong",
    [
        {"NAUNGAN_PORT": "delapan"},
        {"NAUNGAN_HTTPS": "ya"},
        {"NAUNGAN_MODE": "main-main"},
        {"DATABASE_URL": ""},
    ],
)
def test_what_is_not_understood_is_refused_by_its_name(wrong):
    with pytest.raises(InputRefused, match=next(iter(wrong))):
        environment.read({**SAID, **wrong})
