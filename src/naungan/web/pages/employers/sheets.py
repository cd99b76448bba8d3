"""The tables of employers to take away: the list, the findings of one, its workers."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from naungan.casework.intake.employers import One, sentence
from naungan.casework.intake.models import Publication
from naungan.lib import regions
from naungan.lib.dates import month_text
from naungan.web.download import Column, Sheet
from naungan.web.figures import month_words
from naungan.web.language import spoken
from naungan.web.pages.employers import presenter, words
from naungan.web.pages.employers.asked import Asked
from naungan.web.persons.born import born


Row = dict[str, Any]


def of_list(
    publication: Publication, asked: Asked, rows: Iterable[Row], many: int
) -> Sheet:
    """Give the employers sought, so `many`, with their score and what makes it up."""
    reasons = [
        Column(_("Poin: %s") % label, "number") for label in words.REASON.values()
    ]
    return Sheet(
        code="employers",
        title=_("Pemberi kerja dengan temuan"),
        meta=(*_meta(publication), *_filters(asked)),
        columns=(
            Column(_("No."), "number"),
            Column(_("Pemberi kerja")),
            Column(_("Kecamatan dan desa")),
            Column(_("Skala")),
            Column(_("Temuan")),
            Column(_("Orang"), "number"),
            Column(_("Rupiah sebulan"), "rupiah"),
            Column(_("Skor"), "number"),
            *reasons,
        ),
        rows=(_of_employer(row) for row in rows),
        many=many,
        notes=(_("Temuan adalah alasan untuk memeriksa, bukan putusan."),),
    )


def _of_employer(row: Row) -> list[object]:
    points = [row[f"{code}_points"] for code in words.REASON]
    return [
        row["rank"],
        row["name"],
        presenter.place(row["village_code"]),
        words.word(words.SCALE, row["scale"]),
        ", ".join(words.finding(code) for code in row["codes"]),
        row["people"],
        row["monthly_idr"],
        row["score"],
        *points,
    ]


def of_one(publication: Publication, one: One) -> Sheet:
    """Give the findings about one employer."""
    return Sheet(
        code="employer",
        title=one.employer["name"] or "–",
        meta=(*_meta(publication), presenter.place(one.employer["village_code"])),
        columns=(
            Column(_("Temuan")),
            Column(_("Orang"), "number"),
            Column(_("Rupiah sebulan"), "rupiah"),
            Column(_("Berat")),
            Column(_("Keyakinan")),
            Column(_("Dasar hukum")),
            Column(_("Kalimat")),
        ),
        rows=[
            [
                words.finding(row["code"]),
                row["people"],
                row["monthly_idr"],
                words.word(words.GRADE, row["severity"]),
                words.word(words.GRADE, row["confidence"]),
                row["legal_basis"],
                sentence(row["sentence"]).text(spoken()),
            ]
            for row in one.findings
        ],
        notes=(_("Temuan adalah alasan untuk memeriksa, bukan putusan."),),
    )


def of_workers(publication: Publication, employer: Row, rows: Iterable[Row]) -> Sheet:
    """Give the workers of one employer, their NIK masked."""
    return Sheet(
        code="employer-workers",
        title=_("Pekerja %(name)s") % {"name": employer["name"] or "–"},
        meta=_meta(publication),
        columns=(
            Column(_("Nama")),
            Column(_("NIK"), "code"),
            Column(_("Lahir")),
            Column(_("Kecamatan dan desa")),
            Column(_("Status")),
            Column(_("Temuan")),
        ),
        rows=(
            [
                row["name"],
                row["nik"],
                born(row),
                presenter.place(row["village_code"]),
                str(words.STATUS[row["status"]][0]),
                ", ".join(words.finding(code) for code in (row["codes"] or "").split("+") if code),
            ]
            for row in rows
        ),
        notes=(_("NIK disamarkan. Pengunduhan daftar ini tercatat."),),
    )  # fmt: skip


def _meta(publication: Publication) -> tuple[str, ...]:
    region = regions.by_code(publication.region_code)
    run = _("Data %(month)s, proses ke-%(run)s") % {
        "month": month_words(month_text(publication.month)),
        "run": publication.run,
    }
    return (region.name if region else _("Indonesia"), run)


def _filters(asked: Asked) -> tuple[str, ...]:
    district = regions.by_code(asked.district) if asked.district else None
    said = (
        words.finding(asked.finding) if asked.finding else "",
        words.word(words.SCALE, asked.scale) if asked.scale else "",
        district.name if district else "",
        asked.name,
    )
    return tuple(one for one in said if one)
