"""How often would chance alone have done as much: exchange, few treated, wild bootstrap, and which of them holds."""
