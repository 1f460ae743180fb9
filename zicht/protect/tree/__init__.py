"""Trees: where every sum has one cell above it, all is closed form."""
