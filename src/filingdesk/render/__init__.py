"""The door to pages: a document becomes a PDF with embedded fonts."""
