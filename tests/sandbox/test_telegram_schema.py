"""Our table of methods and objects says what the official description says."""

from typing import Any

import pytest
from botapi_schema import OFFICIAL, needs_official

from bot.sandbox.api.methods import METHODS as DONE
from bot.sandbox.api.schema import BY_TYPE, METHODS, OBJECTS, Parameter
from bot.sandbox.world.updates import KINDS

pytestmark = needs_official


def _types(parameter: Parameter) -> list[str]:
    """Our `X[][]` as the official `Array of Array of X`."""
    return ["Array of " * kind.count("[]") + kind.replace("[]", "") for kind in parameter.types]


def _same(ours: dict[str, Parameter], official: list[dict[str, Any]]) -> None:
    assert set(ours) == {field["name"] for field in official}
    for field in official:
        parameter = ours[field["name"]]
        assert _types(parameter) == field["types"], field["name"]
        assert parameter.required == field["required"], field["name"]


@pytest.mark.parametrize("method", METHODS)
def test_method(method: str) -> None:
    _same(METHODS[method], OFFICIAL["methods"][method].get("fields", []))


@pytest.mark.parametrize("kind", OBJECTS)
def test_object(kind: str) -> None:
    _same(OBJECTS[kind], OFFICIAL["types"][kind].get("fields", []))


def test_every_method_of_the_table_is_done() -> None:
    assert set(METHODS) == {*DONE, "getUpdates", "setWebhook", "deleteWebhook"}


def test_kinds_of_updates() -> None:
    assert {"update_id", *KINDS} == {field["name"] for field in OFFICIAL["types"]["Update"]["fields"]}


@pytest.mark.parametrize("family", BY_TYPE)
def test_families(family: str) -> None:
    assert set(BY_TYPE[family].values()) <= set(OFFICIAL["types"][family]["subtypes"])
