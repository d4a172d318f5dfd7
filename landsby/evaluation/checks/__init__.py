"""What may be wrong with cells, and with cells under a design, before anything is estimated."""
