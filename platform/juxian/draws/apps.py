"""The draw service: public ledger of commitments, secret parts, opening, the check page."""

from django.apps import AppConfig


class DrawsConfig(AppConfig):
    """The ledger stands in the public schema; names never do."""

    name = "juxian.draws"
    label = "draws"
    verbose_name = "随机抽取"
