"""Photos of what other rooms hold: cleaned when they come, shown to those who may see them, gone when they must be."""
