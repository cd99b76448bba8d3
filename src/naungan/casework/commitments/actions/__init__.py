"""The verbs of promises."""
