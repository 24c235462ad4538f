"""What the program says: catalogues, dates and numbers in the reader's language."""
