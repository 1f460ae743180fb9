"""Programs: whatever else, by linear programs on HiGHS."""
