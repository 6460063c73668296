"""The imperative shell: disk, cache, terminal. Nothing else in lessongen touches them."""
