#!/usr/bin/env python
"""Django's command line for this project, with the local settings unless others are named."""

import os
import sys

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "juxian.settings.local")
    from juxian.tenancy.commandline import execute

    execute(sys.argv)
