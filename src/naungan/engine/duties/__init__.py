"""What employers owe, set against what they do: the ground of the findings."""
