"""Berkas rapat: pack, invitation, minutes and action plan of a meeting."""

from naungan.web.page import Page
from naungan.web.pages.minutes import inviting, pack, version, versions


PAGE = Page("minutes", urls=(*pack.URLS, *inviting.URLS, *versions.URLS, *version.URLS))
