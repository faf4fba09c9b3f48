"""`python -m deploy.local <command>`: what the Makefile calls."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 -- this file is what an older Python reads first
    sys.exit(
        "Juxian needs Python 3.11 or newer; `python3` here is %d.%d.\n  What helps: install a newer one and run "  # noqa: UP031 -- as above
        "`make PYTHON=/path/to/python3.11 ...`." % sys.version_info[:2]
    )

from deploy.local.commands import main

sys.exit(main(sys.argv[1:]))
