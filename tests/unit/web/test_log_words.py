"""Every verb and noun that the casework writes into the logs has words."""

import re
from pathlib import Path

import naungan.casework
from naungan.web.log_words import NOUNS, VERBS, noun, verb


WRITTEN = re.compile(r'(verb|noun)="([a-z_]+)"')
CASEWORK = Path(naungan.casework.__file__).parent


def test_whatever_is_written_can_be_read():
    known = {"verb": VERBS, "noun": NOUNS}
    strange = [
        f"{path.name}: {kind} {code}"
        for path in (*CASEWORK.rglob("*.py"), *CASEWORK.parent.glob("web/pages/*/*.py"))
        for kind, code in WRITTEN.findall(path.read_text(encoding="utf-8"))
        if code not in known[kind]
    ]
    assert not strange


def test_a_code_without_words_stays_a_code():
    assert (verb("invite"), verb("leap")) == ("mengundang", "leap")
    assert (noun("user"), noun("cloud")) == ("pengguna", "cloud")
