"""The door out of the building: print, save to a stick."""
