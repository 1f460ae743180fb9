"""The words that the stages share. Imports none of us."""
