"""The shape of what a key may do."""

from datetime import date

from naungan.web.api.shapes.shape import Shape


class KeyAnswer(Shape):
    """What a key may do."""

    name: str
    institution: str
    region_code: str
    powers: list[str]
    expires_on: date
