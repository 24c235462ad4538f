"""The door to keys: sealing a PDF with a certificate, and verifying what others sealed."""
