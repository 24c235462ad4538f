"""The door for foreign files: photos, scans and PDFs, all `untrusted_`, become safe pages."""
