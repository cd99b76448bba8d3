"""Every address of the application: the shelf of pages, then the account pages."""

from django.urls import URLPattern, URLResolver, include, path

from naungan.web.page import pages


urlpatterns: list[URLPattern | URLResolver] = [
    *(address for page in pages() for address in page.urls),
    path("akun/", include("allauth.urls")),
]
