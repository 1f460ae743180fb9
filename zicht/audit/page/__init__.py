"""Pages, their drawings and the data of their charts: every number must be explained."""
