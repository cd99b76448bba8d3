"""One module per programme: what it pays, to whom, and what stands against it.

Each has `FIELDS`, what a question about that programme may state beside its
name, and `answer(facts, reader)`. A module here is found by the lower-case code
of its programme and knows none of the others.
"""
