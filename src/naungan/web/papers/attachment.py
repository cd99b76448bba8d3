"""A kept file on its way out: always to be saved, never opened as a page of ours."""

from io import BytesIO

from django.http import FileResponse, HttpResponseBase


def attached(content: bytes, name: str, content_type: str) -> HttpResponseBase:
    """Give bytes as a file under a name; no browser guesses what else they might be."""
    response = FileResponse(
        BytesIO(content), as_attachment=True, filename=name, content_type=content_type
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
