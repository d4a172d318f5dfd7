"""Who and where: programme, municipality, community, actor, contact, membership. The root of access."""
