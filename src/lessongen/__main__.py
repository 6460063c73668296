"""`python -m lessongen` is the command `lessongen`."""

import sys

from lessongen.cli import main

sys.exit(main())
