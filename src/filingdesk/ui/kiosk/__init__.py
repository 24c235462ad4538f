"""The citizen's screens."""
