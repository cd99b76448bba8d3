"""Names of people: cut into tokens, made integers, compared by their letters."""
