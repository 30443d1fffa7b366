"""The official description of the Bot API, where it lies beside the repository, and a check of objects against it."""

import json
from pathlib import Path
from typing import Any

import pytest

PLACES = [folder / "shared" / "botapi" / "api.json" for folder in Path(__file__).resolve().parents]
FOUND = next((place for place in PLACES if place.is_file()), None)
OFFICIAL: dict[str, Any] = json.loads(FOUND.read_text()) if FOUND else {}
needs_official = pytest.mark.skipif(not OFFICIAL, reason="the official api.json does not lie beside the repository")
SCALARS: dict[str, tuple[type, ...]] = {
    "Integer": (int,), "Float": (int, float), "String": (str,), "Boolean": (bool,), "True": (bool,),
}  # fmt: skip


def faults(kinds: list[str], value: object, path: str = "") -> list[str]:
    """What is wrong with `value` as one of `kinds`, as lines to read; empty when nothing is."""
    if not OFFICIAL:
        return []
    tried = [_faults(kind, value, path or kind) for kind in kinds]
    return [] if any(not lines for lines in tried) else tried[0]


def _faults(kind: str, value: object, path: str) -> list[str]:
    if kind.startswith("Array of "):
        if not isinstance(value, list):
            return [f"{path}: {value!r} is no array"]
        inner = kind.removeprefix("Array of ")
        return [line for i, item in enumerate(value) for line in _faults(inner, item, f"{path}[{i}]")]
    if kind in SCALARS:
        right = isinstance(value, SCALARS[kind]) and (kind in ("Boolean", "True") or not isinstance(value, bool))
        return [] if right else [f"{path}: {value!r} is no {kind}"]
    described = OFFICIAL["types"][kind]
    if "subtypes" in described:
        return faults(described["subtypes"], value, path)
    if not isinstance(value, dict):
        return [f"{path}: {value!r} is no {kind}"]
    known = {field["name"]: field for field in described.get("fields", [])}
    lines = [f"{path}.{name}: {kind} has no such field" for name in value if name not in known]
    lines += [f"{path}.{name}: missing" for name, f in known.items() if f["required"] and name not in value]
    for name, item in value.items():
        if name in known:
            lines += faults(known[name]["types"], item, f"{path}.{name}")
    return lines
