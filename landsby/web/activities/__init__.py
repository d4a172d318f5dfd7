"""Everything dated with people: series, activities, hosts and attendance."""
