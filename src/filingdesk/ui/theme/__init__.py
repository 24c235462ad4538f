"""Tokens of size, space and colour, and the style sheet made from them."""
