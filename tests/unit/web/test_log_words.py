"""Every verb and noun that the casework writes into the logs has words."""

import re
from pathlib import Path

import naungan.casework
from naungan.casework import look
from naungan.web.log_words import NOUNS, VERBS, noun, purpose, verb, why


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


def test_a_look_says_its_ground_before_the_reason():
    with_reason = look.purpose("unmask", "asked", "orangnya di depan saya")
    said = "membuka NIK (diminta orang itu sendiri): orangnya di depan saya"
    assert purpose(with_reason) == said
    without = look.purpose("enrolment_file", "audit")
    assert purpose(without) == ("berkas pendaftaran (diminta pemeriksa yang berwenang)")


def test_a_look_from_before_grounds_were_kept_says_its_reason():
    assert purpose("unmask: diminta orangnya") == "membuka NIK: diminta orangnya"
    assert purpose("mencocokkan visit") == "mencocokkan visit"


def test_an_act_says_why_only_where_a_ground_was_chosen():
    chosen = {"ground": "compare", "people": 60}
    assert why(chosen) == "dicocokkan dengan data kependudukan"
    assert why({"reason": "salah ketik"}) == ""
