"""The door to jurisdictions: TOML folders become packs, and every fault in them is told at once."""
