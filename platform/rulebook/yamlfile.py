"""YAML with line numbers and no duplicate keys, so that a wrong file can be named by file, line and reason."""

from __future__ import annotations

from collections.abc import Hashable
from pathlib import Path
from typing import Any

import yaml

from rulebook.errors import PolicyError

LINE = "__line__"


_Base: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Lines(_Base):  # type: ignore[valid-type, misc]  # the C loader where PyYAML was built with it
    """Adds `__line__` to every mapping and refuses a key that stands twice."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen: set[object] = set()
        for key_node, _ in node.value:
            if key_node.value in seen:
                raise yaml.MarkedYAMLError(
                    problem=f"key {key_node.value!r} stands twice", problem_mark=key_node.start_mark
                )
            seen.add(key_node.value)
        mapping: dict[Hashable, Any] = super().construct_mapping(node, deep=True)
        mapping[LINE] = node.start_mark.line + 1
        return mapping


def read(path: Path) -> dict[str, Any]:
    """The mapping in a file, each mapping in it with its line under `__line__`.

    Raises PolicyError for a file that is missing, is no YAML, has a key twice, or is no mapping.
    """
    name = f"{path.parent.name}/{path.name}"
    try:
        # A loader of our own that only builds plain values: SafeLoader with line numbers.
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=_Lines)  # noqa: S506
    except FileNotFoundError as error:
        raise PolicyError(name, 0, "文件不存在", "the file does not exist") from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise PolicyError(
            name, line, f"不是有效的 YAML：{error.problem}", f"is not valid YAML: {error.problem}"
        ) from error
    if not isinstance(data, dict):
        raise PolicyError(name, 1, "顶层应为映射", "the top level must be a mapping")
    return data
