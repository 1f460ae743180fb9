"""Zicht op Ondermijning as a static site: read, protect, shape, draw, render, publish."""
