"""The papers a person brings: attached, looked at, put in order, read."""
