"""What may leave the house: small counts, and what would tell them, stay inside."""
