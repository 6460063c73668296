"""What the `tr` commands print: for people, for programs, for reviews. Reports in, text out."""
