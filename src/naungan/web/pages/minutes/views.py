"""Berkas rapat: pack, invitation, minutes and action plan of a meeting."""

from naungan.web.page import Page
from naungan.web.pages.minutes import (
    doubles,
    inviting,
    pack,
    papers,
    reopening,
    version,
    versions,
)


MODULES = (pack, inviting, versions, version, reopening, papers, doubles)
PAGE = Page("minutes", urls=tuple(one for module in MODULES for one in module.URLS))
