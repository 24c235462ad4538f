"""The headless twin: the same desk without a window."""

from filingdesk.cli.commands import main

__all__ = ["main"]
