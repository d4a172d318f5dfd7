"""Rows where they lie: opened, made readable, and looked at by count before anything is made of them."""
