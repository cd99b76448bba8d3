"""The interface itself: its keys in the description, its refusals, its declarations.

Every operation says its audience once, where it is declared: the gate of all pages
lets programs in, and the description names the power.
"""

from collections.abc import Callable
from typing import Any, Final, TypeVar

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_noop as _
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError
from ninja.security import HttpBearer

from naungan.lib.errors import InputRefused, LawRefused, Refusal, SnapshotRefused
from naungan.web.api.shapes.shape import ProblemShape
from naungan.web.audience import PUBLIC, Audience, programs_that_may
from naungan.web.programs.problem import NO_SNAPSHOT, REFUSED, WRONG, Problem, problem


View = TypeVar("View", bound=Callable[..., Any])
AUDIENCES: Final[dict[str, Audience]] = {}
"""The audience of every address, by its name."""
OF_KEYS: Final = frozenset({401, 403, 404, 405, 413, 422, 429, 503})
OF_ALL: Final = frozenset({404, 405, 413, 422, 429})
LONGEST_MESSAGE: Final = 300


class Key(HttpBearer):
    """What the description says of keys; the gate has let the program in already."""

    def authenticate(self, request: HttpRequest, token: str) -> Any:
        """Give the key with which the gate let this request in."""
        del token
        return getattr(request, "token", None)


api = NinjaAPI(
    title="Naungan",
    version="1",
    description=_(
        "Angka, daftar, dan hitungan Naungan untuk program. Bulan ditulis TTTT-BB, "
        "uang dalam rupiah penuh, wilayah dengan kode Kemendagri bertitik. Setiap "
        "jawaban tentang data menyebut potret, semesta, dan versi hukumnya."
    ),
    docs_url=None,
    openapi_url=None,
    urls_namespace="api-1",
)


def asks(
    address: str,
    name: str,
    shape: Any,
    power: str | None,
    words: str,
    says: str,
    tag: str,
) -> Callable[[View], View]:
    """Declare an operation that reads, for programs whose key has a power."""
    AUDIENCES[name] = programs_that_may(power)
    return _declared("GET", address, name, {200: shape}, words, says, tag, power=power)


def sends(
    address: str,
    name: str,
    shape: Any,
    power: str,
    words: str,
    says: str,
    tag: str,
    extra: dict[str, Any],
) -> Callable[[View], View]:
    """Declare an operation that sends, for programs whose key has a power."""
    AUDIENCES[name] = programs_that_may(power)
    shapes = {201: shape}
    return _declared(
        "POST", address, name, shapes, words, says, tag, power=power, extra=extra
    )


def anybody(
    method: str, address: str, name: str, shape: Any, words: str, says: str, tag: str
) -> Callable[[View], View]:
    """Declare an operation for everybody, within the limit of a network address."""
    AUDIENCES[name] = PUBLIC
    return _declared(
        method, address, name, {200: shape}, words, says, tag, has_key=False
    )


def _declared(
    method: str,
    address: str,
    name: str,
    shapes: dict[int, Any],
    words: str,
    says: str,
    tag: str,
    *,
    has_key: bool = True,
    power: str | None = None,
    extra: dict[str, Any] | None = None,
) -> Callable[[View], View]:
    return api.api_operation(
        [method],
        address,
        url_name=name,
        operation_id=name.removeprefix("api."),
        auth=Key() if has_key else None,
        response={**shapes, OF_KEYS if has_key else OF_ALL: ProblemShape},
        summary=words,
        description=says,
        openapi_extra={**(extra or {}), **({"x-power": power} if power else {})},
        tags=[tag],
    )


@api.exception_handler(Problem)
def _problem(request: HttpRequest, found: Problem) -> HttpResponse:
    del request
    return problem(found.kind, found.detail)


@api.exception_handler(Refusal)
def _refusal(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """Say what an act, the law or a snapshot refused."""
    del request
    if isinstance(refusal, SnapshotRefused):
        return problem(NO_SNAPSHOT)  # its sentence names folders
    wrong = isinstance(refusal, LawRefused | InputRefused)
    return problem(WRONG if wrong else REFUSED, str(refusal))


@api.exception_handler(ValidationError)
def _wrong(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """Say which places of a request could not be read; never repeat what was sent."""
    del request
    errors = [
        {
            "place": ".".join(str(part) for part in one["loc"])[:LONGEST_MESSAGE],
            "message": str(one["msg"])[:LONGEST_MESSAGE],
        }
        for one in error.errors
    ]
    return problem(WRONG, errors=errors)


@api.exception_handler(HttpError)
def _unreadable(request: HttpRequest, error: HttpError) -> HttpResponse:
    """Say that a body was no JSON."""
    del request
    return problem(WRONG, errors=[{"place": "body", "message": str(error)[:200]}])
