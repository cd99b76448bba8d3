"""The shapes of answers, by what they tell of."""
