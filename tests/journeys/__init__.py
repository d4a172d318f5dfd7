"""Journeys through the product in a real browser, each told as Given, When, Then."""
