"""Every address of the application: the shelf of pages, the account pages, the API."""

from django.urls import URLPattern, URLResolver, include, path

from naungan.web.api import addresses as api
from naungan.web.page import pages


urlpatterns: list[URLPattern | URLResolver] = [
    *(address for page in pages() for address in page.urls),
    path("akun/", include("allauth.urls")),
    *api.addresses(),
]
