"""A list of one member in use: without any, a region gets no first figures."""

import hashlib

from tests.functional.small_world import MEMBERS


ONE = "".join(MEMBERS.splitlines(keepends=True)[:2])


def put_into_use(region_code, month):
    """Enter a list of another branch as approved, for the next run to read."""
    from django.conf import settings

    from naungan.casework.accounts.models import Institution
    from naungan.casework.intake.models import Batch, Series

    branch, _ = Institution.objects.get_or_create(
        code="cabang-peserta",
        defaults={
            "kind": "bpjs_branch",
            "name": "Cabang Peserta",
            "region_code": region_code,
        },
    )
    content = ONE.encode()
    sha256 = hashlib.sha256(content).hexdigest()
    (settings.HOME.uploads / sha256).write_bytes(content)
    series, _ = Series.objects.get_or_create(
        institution=branch, kind="members", region_code=region_code
    )
    Batch.objects.get_or_create(
        series=series,
        number=1,
        defaults={
            "institution": branch,
            "mode": "replace",
            "state": "approved",
            "name": "peserta.csv",
            "size": len(content),
            "sha256": sha256,
            "month": month,
        },
    )
