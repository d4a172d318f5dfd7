"""Growth: how a child's measure compares with a published reference, by the LMS method.

Tables are the publishers' own; a user installs them, and each figure keeps the name and fingerprint of the one it used.
"""
