"""The database engine named in settings: `juxian.tenancy.backend`."""
