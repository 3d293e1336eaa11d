"""`python -m grader` is `gradlings`."""

import sys

from grader.cli import main

sys.exit(main())
