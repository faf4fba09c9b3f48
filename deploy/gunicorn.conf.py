"""The web server in production: a thread stays with its request, so that the schema stays with its thread."""

import os

bind = "0.0.0.0:8000"
worker_class = "gthread"
workers = int(os.environ.get("WEB_WORKERS", "4"))
threads = int(os.environ.get("WEB_THREADS", "8"))
timeout = 120
graceful_timeout = 30
# A database session remembers about 1.1 MB per agency it has served; recycling workers bounds that.
max_requests = 5000
max_requests_jitter = 500
# Only nginx can reach us, and it writes these headers anew.
forwarded_allow_ips = "*"
accesslog = None
errorlog = "-"


def child_exit(_server: object, worker: object) -> None:
    """Let the metrics forget a worker that ended."""
    if os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
        from prometheus_client import multiprocess

        multiprocess.mark_process_dead(worker.pid)  # type: ignore[attr-defined, no-untyped-call]
