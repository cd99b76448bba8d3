"""What stands around every claim: who is covered, who pays, by when, for how long.

The programmes of the shelf `law/benefits` share these rules and each other's
none.
"""
