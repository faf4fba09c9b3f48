"""Settings by environment: `local` for one machine, `test` for the test run, `production` for servers."""
