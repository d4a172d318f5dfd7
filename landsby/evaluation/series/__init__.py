"""One series without anything to compare with: interrupted time series and run charts. Weaker than a comparison."""
