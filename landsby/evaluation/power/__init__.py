"""When can we know? What a design can find, by years of follow-up and by how many places."""
