"""Whatever is pasted is read or refused, never a fault, and every fact is quoted."""

from datetime import date

from hypothesis import given, settings, strategies as st

from naungan.engine.prose.reading import read_report
from naungan.engine.prose.record import record_of
from naungan.lib.errors import InputRefused


PARTS = st.sampled_from(
    [
        "Kepala Dinas Tenaga Kerja",
        "Bupati Lahat",
        "Contoh Permadi, SH, MH",
        "BPJS Ketenagakerjaan Cabang",
        "Kejaksaan Negeri (Kejari) Samarinda",
        "menggelar rapat koordinasi",
        "akan mendaftarkan 1.000 pekerja",
        "diwakili oleh",
        "mewakili",
        "Jumat (31/12)",
        "Senin, 30 Februari 2024",
        "012.345.678 orang",
        "Rp1.2.3",
        "99,9% dari 10 orang",
        "dan",
        ",",
        ".",
        "“",
        "”",
        '"',
        "(",
        ")",
        ":",
        " - ",
        "\n",
        "1.",
        "Tindak lanjut:",
        "Inpres Nomor 2 Tahun 2021",
        "Baca juga: apa saja",
        "se-",
        "PT",
    ]
)
TEXTS = st.one_of(st.lists(PARTS, max_size=40).map(" ".join), st.text(max_size=200))


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_any_text_is_read_or_refused_and_facts_are_its_words(text):
    try:
        draft = read_report(text, read_on=date(2026, 11, 22))
    except InputRefused:
        return
    record = record_of(draft, "x")
    for field in ("region", "participants", "regulations", "figures", "commitments"):
        for fact in record[field]:
            assert fact["surface"] in draft.body or fact["surface"] == (
                draft.regions and draft.regions[0].words.surface
            )
    if draft.when.strict:
        assert draft.when.strict == draft.when.on
