"""Letters grow with what a person set in their browser: no size of type is in pixels."""

import re


TYPE = re.compile(r"(?<![\w-])(?:font|font-size|line-height)\s*:[^;}]*?\d\s*px[^;}]*")


def test_no_size_of_type_is_in_pixels(root):
    sheets = sorted((root / "src/naungan/web/static/naungan").glob("*.css"))
    found = {
        sheet.name: TYPE.findall(sheet.read_text(encoding="utf-8")) for sheet in sheets
    }
    assert sheets
    assert not {name: sizes for name, sizes in found.items() if sizes}
