"""Build times and memory of lessongen beside other generators, on the same content."""
