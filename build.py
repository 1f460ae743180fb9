"""Zicht op Ondermijning: a delivery of figures in, a static site out."""
