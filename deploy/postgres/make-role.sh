#!/bin/sh
# Runs once, on an empty data folder: the platform's role (no superuser; it makes schemas and roles) and its database.
set -eu
psql --set=ON_ERROR_STOP=1 --set=password="$JUXIAN_PASSWORD" --username=postgres <<'SQL'
CREATE ROLE juxian LOGIN CREATEDB CREATEROLE PASSWORD :'password';
CREATE DATABASE juxian OWNER juxian;
SQL
