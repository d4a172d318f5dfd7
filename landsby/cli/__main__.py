"""`python -m landsby.cli` is the same as `landsby`."""

from landsby.cli import main

main(prog_name="landsby")
