"""A mypy plugin that tells of the attributes which our middleware and database backend give to Django's own classes.

Without it each reading of `request.actor` or `connection.schema_name` would need an ignore, which hides real errors too.
"""

from collections.abc import Callable

from mypy.nodes import MDEF, SymbolTableNode, Var
from mypy.plugin import ClassDefContext, Plugin
from mypy.types import AnyType, TypeOfAny

_ADDITIONS = {
    "django.http.request.HttpRequest": ("actor", "csp_nonce", "realm", "tenant"),
    "django.db.backends.base.base.BaseDatabaseWrapper": (
        "schema_name",
        "set_tenant",
        "set_schema",
        "set_schema_to_public",
        "clear_schema",
    ),
    "django.db.backends.base.operations.BaseDatabaseOperations": ("compose_sql",),
}


class DjangoAdditions(Plugin):
    """Adds the attributes while a class is analysed."""

    def get_customize_class_mro_hook(self, fullname: str) -> Callable[[ClassDefContext], None] | None:
        """The hook that adds attributes to the class of this name, if it is one of ours to extend."""
        return _add if fullname in _ADDITIONS else None


def _add(context: ClassDefContext) -> None:
    info = context.cls.info
    for name in _ADDITIONS[info.fullname]:
        if name not in info.names:
            attribute = Var(name, AnyType(TypeOfAny.explicit))
            attribute.info = info
            attribute._fullname = f"{info.fullname}.{name}"
            info.names[name] = SymbolTableNode(MDEF, attribute)


def plugin(_version: str) -> type[Plugin]:
    """mypy's entrance."""
    return DjangoAdditions
