"""The door to the window: the only room that knows Qt."""
