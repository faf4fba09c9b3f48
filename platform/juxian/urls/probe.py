"""Health, readiness and metrics: answered on any host, outside every agency."""

from juxian.operations.urls import probe_urls

urlpatterns = probe_urls
