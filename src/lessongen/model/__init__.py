"""The nouns of the field, as frozen values. Imports nothing of lessongen but itself."""
