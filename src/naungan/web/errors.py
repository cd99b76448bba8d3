"""Pages for what went wrong: forged forms, missing pages, faults of ours."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Refuse a form that did not come from our own page, or came too late."""
    del reason
    return render(request, "expired.html", status=403)
