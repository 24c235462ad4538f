"""The door to memory: the encrypted store of the desk, its keys and its migrations."""
