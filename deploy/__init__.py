"""Running the platform: on one machine for trying and testing (`local`), and in production (the files beside it)."""
