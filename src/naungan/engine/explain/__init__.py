"""Why a row of a snapshot says what it says, down to source rows and law."""
