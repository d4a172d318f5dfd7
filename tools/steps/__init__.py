"""The steps of the development commands. Standard library only: they run before anything is installed."""
