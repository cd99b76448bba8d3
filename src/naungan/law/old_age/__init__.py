"""What savings and pensions share: ages, wage histories, returns, the formula.

Nothing here knows a programme's question; the shelf `law/benefits` asks.
"""
