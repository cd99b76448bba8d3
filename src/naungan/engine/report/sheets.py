"""The sheets of report.xlsx: their columns and the queries that fill them."""

from collections.abc import Iterator, Mapping
from typing import Any

from naungan.engine.report import (
    coverage_figures,
    employer_figures,
    places,
    review_queue,
    summary,
)
from naungan.engine.report.masks import masked_text
from naungan.engine.report.sheet import Column, Sheet
from naungan.engine.report.source import Source
from naungan.engine.wording import (
    CATEGORY,
    FINDING,
    FUNDER,
    GRADE,
    LAW_DOUBT,
    LEVEL,
    REGISTRATION,
    capitalised,
)
from naungan.lib import dates, numbers
from naungan.lib.sql_text import labelled


HOW_TO_DECIDE = (
    "Isi Putusan, Oleh, Pada, dan Alasan, lalu berikan baris yang terisi kepada "
    "naungan run --decisions."
)
# The articles of each finding in force in the month; doubts are said, not hidden.
ARTICLES = f"""
    SELECT finding, string_agg(concat(short, ' ', article,
        ' (' || {labelled("confidence", LAW_DOUBT)} || ')'), '; ' ORDER BY position)
        AS articles
    FROM legal_bases
    WHERE from_month <= $month AND coalesce(to_month, $month) >= $month
    GROUP BY finding"""
Cells = tuple[Any, ...]


def _verdict_columns(verdicts: tuple[str, ...]) -> tuple[Column, ...]:
    """Return the columns of a decisions file, under the heads its reader knows."""
    return (
        Column("Kiri", 20),
        Column("Kanan", 16),
        Column("Putusan", 20, choices=verdicts),
        Column("Oleh", 16),
        Column("Pada", 12),
        Column("Alasan", 40, "wrapped"),
    )


def _said(column: str, words: Mapping[str, str]) -> str:
    """Return the SQL that says a code in words, or the code where there is none."""
    return labelled(column, words, column)


def _month(source: Source) -> str:
    return f"Data per {dates.format_date(dates.month_end(source.month))}."


def _coverage_rows(source: Source) -> Iterator[Cells]:
    query = f"""
        SELECT region_code, level, {_said("level", LEVEL)}, coalesce(segment, 'Semua'),
            coalesce({_said("category", CATEGORY)}, 'Semua'),
            coalesce({_said("funder", FUNDER)}, 'Semua'), {_said("universe", summary.OWN_UNIVERSES)},
            CAST(denominator AS BIGINT), CAST(low AS BIGINT), CAST(high AS BIGINT)
        FROM measures WHERE measure = 'coverage' AND month = $month
        ORDER BY list_position($levels, level), region_code, universe,
            segment NULLS FIRST, category NULLS FIRST, funder NULLS FIRST"""
    month = dates.month_text(source.month)
    rows = source.stream(query, month=month, levels=[*places.LEVELS, "unplaced"])
    for code, level, *words, people, low, high in rows:
        name = places.place_of(code, level).name
        yield (code, name, *words, people, low, high, *_shares(low, high, people))


def _shares(low: int | None, high: int | None, people: int | None) -> Cells:
    if low is None or high is None or not people:
        return (None, None, None)
    return (
        numbers.percentage(low, people),
        numbers.percentage(high, people),
        people - low,
    )


def _village_rows(source: Source) -> Iterator[Cells]:
    universe = coverage_figures.main_universe(source)
    if universe is None:
        return
    figures = coverage_figures.at_level(source, "village", universe)
    ranked = coverage_figures.by_gap(figures)
    whole = sum(figure.gap or 0 for figure in ranked)
    most = coverage_figures.count_holding_most(ranked)
    running = 0
    for rank, figure in enumerate(ranked, 1):
        gap = figure.gap or 0
        running += gap
        yield (
            rank,
            figure.place.name,
            figure.place.within,
            figure.place.code,
            figure.people,
            figure.low,
            figure.high,
            figure.share,
            gap,
            numbers.percentage(gap, whole) if whole else None,
            numbers.percentage(running, whole) if whole else None,
            "ya" if rank <= most else "",
        )


def _visit_rows(source: Source) -> Iterator[Cells]:
    labels = {code: words[0] for code, words in FINDING.items()}
    query = f"""
        SELECT dense_rank() OVER (ORDER BY worst, most_people DESC, employer_id),
            name, village_code, nib, npp, employer_ref,
            {_said("registration", capitalised(REGISTRATION))}, {_said("code", labels)}, people,
            monthly_idr, {_said("severity", GRADE)}, {_said("confidence", GRADE)},
            sentence, articles
        FROM ({employer_figures.VISITS}) LEFT JOIN ({ARTICLES}) ON finding = code
        {employer_figures.VISIT_ORDER}"""
    for rank, name, village, *rest in source.stream(query, month=source.month):
        yield (rank, name, employer_figures.place_text(village), *rest)


def _rejected_rows(source: Source) -> Iterator[Cells]:
    query = f"""SELECT parse_filename(file), line, row, "column",
            {masked_text("value")}, code, {masked_text("message")}
        FROM rejected ORDER BY file, line, "column", code"""
    return source.stream(query)


def _universe_note(source: Source) -> str:
    universe = coverage_figures.main_universe(source)
    named = f"Semesta: {summary.universe_name(universe)}. " if universe else ""
    return f"{named}{_month(source)} Kesenjangan = semesta dikurangi yang pasti terlindungi."


SHEETS = (
    Sheet(
        "Ringkasan",
        _month,
        (
            Column("Hal", 46),
            Column("Nilai", 20, "value"),
            Column("Keterangan", 90, "wrapped"),
        ),
        summary.lines,
        is_public=True,
    ),
    Sheet(
        "Cakupan",
        lambda source: (
            f"{_month(source)} Persen dari semesta yang berbeda tidak boleh dibandingkan; "
            "sel kosong berarti tidak ditampilkan."
        ),
        (
            Column("Kode", 14),
            Column("Wilayah", 30),
            Column("Tingkat", 16),
            Column("Segmen", 10),
            Column("Kategori", 20),
            Column("Sumber dana", 18),
            Column("Semesta", 34),
            Column("Orang dalam semesta", 13, "count"),
            Column("Terlindungi, pasti", 13, "count"),
            Column("Terlindungi, bila tinjauan diterima", 15, "count"),
            Column("Cakupan, pasti", 11, "share"),
            Column("Cakupan, bila tinjauan diterima", 14, "share"),
            Column("Kesenjangan (orang)", 14, "count"),
        ),
        _coverage_rows,
        is_public=True,
    ),
    Sheet(
        "Kesenjangan per desa",
        _universe_note,
        (
            Column("No.", 6, "count"),
            Column("Desa/kelurahan", 30),
            Column("Kecamatan", 26),
            Column("Kode", 15),
            Column("Semesta", 11, "count"),
            Column("Terlindungi, pasti", 12, "count"),
            Column("Terlindungi, bila tinjauan diterima", 15, "count"),
            Column("Cakupan", 10, "share"),
            Column("Kesenjangan (orang)", 14, "count"),
            Column("Bagian", 10, "share"),
            Column("Kumulatif", 11, "share"),
            Column("Termasuk 80 %", 11),
        ),
        _village_rows,
        is_public=True,
    ),
    Sheet(
        "Pemberi kerja yang dikunjungi",
        lambda source: (
            f"{_month(source)} Temuan adalah dugaan mesin dari berkas, bukan putusan; "
            "petugas yang menetapkan."
        ),
        (
            Column("Urutan", 8, "count"),
            Column("Pemberi kerja", 36),
            Column("Desa, kecamatan", 30),
            Column("NIB", 16),
            Column("NPP", 12),
            Column("Kode daftar", 14),
            Column("Pendaftaran", 22),
            Column("Temuan", 18),
            Column("Orang", 9, "count"),
            Column("Rp terpapar per bulan", 16, "rupiah"),
            Column("Bobot temuan", 10),
            Column("Keyakinan", 10),
            Column("Penjelasan", 80, "wrapped"),
            Column("Dasar hukum", 50, "wrapped"),
        ),
        _visit_rows,
    ),
    Sheet(
        "Antrean tinjau",
        lambda source: (
            f"{_month(source)} Apakah ini orang yang sama? NIK disamarkan. Bobot di atas "
            f"nol mendukung, di bawah nol menentang. {HOW_TO_DECIDE}"
        ),
        (
            Column("Nomor orang", 20),
            Column("Nama di daftar", 30),
            Column("NIK di daftar", 19),
            Column("Lahir", 13, "date"),
            Column("JK", 5),
            Column("Desa, kecamatan", 30),
            Column("Daftar", 22),
            Column("KPJ", 14),
            Column("Nama peserta", 30),
            Column("NIK peserta", 19),
            Column("Lahir (peserta)", 13, "date"),
            Column("JK (peserta)", 9),
            Column("NPP peserta", 12),
            Column("Yang cocok dan tidak", 60, "wrapped"),
            Column("Cara", 26),
            Column("Bobot", 9),
            *_verdict_columns(review_queue.PERSON_VERDICTS),
        ),
        review_queue.person_pairs,
    ),
    Sheet(
        "Tinjau pemberi kerja",
        lambda source: (
            f"{_month(source)} Apakah ini pemberi kerja yang sama? {HOW_TO_DECIDE}"
        ),
        (
            Column("Nama di daftar", 36),
            Column("Desa, kecamatan", 30),
            Column("NIB", 16),
            Column("NPWP", 20),
            Column("NPP terdaftar", 14),
            Column("Nama terdaftar", 36),
            Column("Desa, kecamatan terdaftar", 30),
            Column("Cara", 26),
            Column("Bobot", 9),
            *_verdict_columns(review_queue.EMPLOYER_VERDICTS),
        ),
        review_queue.employer_pairs,
    ),
    Sheet(
        "Baris ditolak",
        lambda source: (
            f"{_month(source)} Baris fisik = diterima + ditolak + disisihkan. "
            "Perbaiki lalu kirim ulang."
        ),
        (
            Column("Berkas", 34),
            Column("Baris berkas", 10, "count"),
            Column("Baris data", 10, "count"),
            Column("Kolom", 16),
            Column("Isi sel", 30),
            Column("Kode", 22),
            Column("Apa yang salah dan cara memperbaikinya", 80, "wrapped"),
        ),
        _rejected_rows,
    ),
)
