"""Every API of every kind of host in one list, for the OpenAPI document alone (no host serves it).

`/api/…` is served on agency, expert and operator hosts; `/at/{agency}/api/…` on the experts' host.
"""

from django.urls import include, path

from juxian.urls import discovery, shared


def _hosts_api() -> discovery.Routes:
    """The routes of all hosts, each path once: an app may offer the same endpoint on several."""
    seen: set[str] = set()
    routes: discovery.Routes = []
    for kind in ("agency_api", "my_api", "ops_api"):
        for label, offered in discovery.offered(kind):
            fresh = [route for route in offered if f"{label}/{route.pattern}" not in seen]
            seen.update(f"{label}/{route.pattern}" for route in fresh)
            if fresh:
                routes.append(path(f"{label}/", include(fresh)))
    return routes


urlpatterns = [
    *shared.session,
    path("api/", include(_hosts_api())),
    path("at/<slug:agency>/api/", include(discovery.api("expert_api"))),
]
