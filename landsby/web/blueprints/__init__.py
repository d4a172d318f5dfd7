"""The blueprint versions that programmes have adopted, and what they say."""
