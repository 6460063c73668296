"""Artifacts and what is known of the last build become a plan, with reasons."""
