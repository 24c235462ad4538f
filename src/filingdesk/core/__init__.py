"""What a filing is: frozen values and pure functions; the standard library, and nothing outside."""
