"""The expert's own data vault: one profile, reused in every application, with consents."""

from django.apps import AppConfig


class ProfilesConfig(AppConfig):
    """A person's own profile in the public schema."""

    name = "juxian.profiles"
    label = "profiles"
    verbose_name = "个人档案"

    def ready(self) -> None:
        from juxian.profiles import looks  # noqa: F401  it registers itself
