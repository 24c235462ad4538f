"""filingdesk: help for people whose public credit record is wrong."""

__version__ = "0.2.0"
