"""Where pages stand in the navigation, and how much waits behind each."""
