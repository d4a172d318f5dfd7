"""Which areas may serve as comparison: chosen, matched or weighed by what they were before."""
