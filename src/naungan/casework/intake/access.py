"""May this person do it: their power, their institution, their region."""

from django.db.models import Q

from naungan.casework.accounts.access import ActRefused, check_power
from naungan.casework.accounts.models import Institution
from naungan.casework.accounts.scope import Scope
from naungan.casework.intake.models import Batch, Run
from naungan.lib import regions


def inside(region_code: str, outer: str) -> bool:
    """Tell whether a region lies in another, or is it."""
    return regions.lies_in(region_code, outer)


def check_sends(*, by: Scope, region_code: str) -> None:
    """Refuse files for a region outside one's own."""
    check_power(by=by, power="upload")
    if not inside(region_code, by.region_code):
        raise ActRefused("Wilayah ini di luar wilayah lembaga Anda.")


def check_own(*, by: Scope, batch: Batch) -> None:
    """Refuse a batch of another institution."""
    if batch.institution_id != by.institution_id:
        raise ActRefused("Berkas ini milik lembaga lain.")


def check_handles(*, by: Scope, batch: Batch) -> None:
    """Refuse whoever does not send files for the batch's institution."""
    check_power(by=by, power="upload")
    check_own(by=by, batch=batch)


def check_decides(*, by: Scope, batch: Batch) -> None:
    """Refuse whoever may not approve, and whoever sent or submitted the file."""
    check_power(by=by, power="approve")
    check_own(by=by, batch=batch)
    if by.user_id in (batch.received_by_id, batch.submitted_by_id):
        raise ActRefused("Berkas Anda sendiri diputus oleh orang kedua.")


def check_ends(*, by: Scope, batch: Batch) -> None:
    """Refuse to end the effect of a file for whoever neither sends nor approves."""
    check_own(by=by, batch=batch)
    if not (by.may("upload") or by.may("approve")):
        raise ActRefused("Peran Anda tidak memuat wewenang untuk ini.")


def check_runs(*, by: Scope, region_code: str) -> None:
    """Refuse a run for whoever neither sends, approves nor reviews in its region."""
    if not any(by.may(power) for power in ("upload", "approve", "review")):
        raise ActRefused("Peran Anda tidak memuat wewenang untuk ini.")
    own = by.region_code
    if not (inside(region_code, own) or inside(own, region_code)):
        raise ActRefused("Wilayah ini di luar wilayah lembaga Anda.")


def check_decides_run(*, by: Scope, run: Run) -> None:
    """Refuse a held run to whoever may not approve, or whose own file is behind it."""
    check_power(by=by, power="approve")
    if not inside(run.region_code, by.region_code):
        raise ActRefused("Wilayah ini di luar wilayah lembaga Anda.")
    if not _is_part(by, run):
        raise ActRefused("Proses ini diputus oleh lembaga yang berkasnya dipakai.")
    changed = [one["batch"] for one in run.held.get("files", ())]
    own = Batch.objects.filter(
        Q(received_by_id=by.user_id) | Q(submitted_by_id=by.user_id),
        pk__in=changed,
        institution_id=by.institution_id,
        institution__needs_approval=True,
    )
    if own.exists():
        raise ActRefused("Akibat berkas Anda sendiri diputus oleh orang kedua.")


def _is_part(by: Scope, run: Run) -> bool:
    """Tell whether an institution has a file in a run, or asked for it.

    Where only institutions of smaller regions have, whoever is wide enough decides.
    """
    if by.institution_id == run.institution_id:
        return True
    codes = {one["institution"] for one in run.inputs}
    found = Institution.objects.filter(Q(code__in=codes) | Q(pk=run.institution_id))
    wide = [one.code for one in found if inside(run.region_code, one.region_code)]
    return not wide or by.institution_code in wide


def check_cancels(*, by: Scope, run: Run) -> None:
    """Refuse to cancel a run that one's own institution did not ask for."""
    check_runs(by=by, region_code=run.region_code)
    if run.institution_id != by.institution_id:
        raise ActRefused("Proses ini diminta oleh lembaga lain.")
