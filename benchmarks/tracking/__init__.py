"""How well `lessongen tr` finds what needs a translator, measured on labelled edits."""
