"""Identity numbers hidden inside the database, for reports of any length."""


def masked(column: str) -> str:
    """Return the SQL twin of `identity_numbers.mask`."""
    return f"left(lpad(CAST({column} AS VARCHAR), 16, '0'), 4) || repeat('•', 12)"


def masked_text(column: str) -> str:
    """Return the SQL that masks any 16 digits inside a text as written.

    The text may be a whole broken line with a birth date in it.
    """
    hidden = "•" * 12
    return rf"regexp_replace({column}, '(\d{{4}})\d{{12}}', '\1{hidden}', 'g')"
