"""Routes of running the platform."""

from django.urls import path

from juxian.operations import probes

probe_urls = [
    path("healthz", probes.healthz, name="healthz"),
    path("readyz", probes.readyz, name="readyz"),
    path("metrics", probes.metrics, name="metrics"),
]
