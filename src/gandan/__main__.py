"""`python -m gandan` is the command `gandan`."""

import sys

from gandan.cli import main

sys.exit(main())
