"""Raw parameters of a request → checked values, by the schema. Strict: unknown names and wrong types are refused."""

import json
from dataclasses import dataclass, field

from bot.sandbox.api.refusal import bad
from bot.sandbox.api.schema import BY_TYPE, METHODS, OBJECTS, Parameter
from bot.sandbox.world.records import Fields

EMPTY = {
    "text": "message text is empty",
    "chat_id": "chat_id is empty",
    "message_id": "message identifier is not specified",
    "message_ids": "message identifiers are not specified",
    "photo": "there is no photo in the request",
    "document": "there is no document in the request",
    "file_id": "file_id not specified",
}

SCALARS = ("Integer", "Boolean", "String", "Float", "InputFile")


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with the request."""

    name: str
    mime: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Arguments:
    """The checked parameters of one call; what was not given reads as None, "" or False."""

    method: str
    values: Fields
    uploads: dict[str, Upload]

    def text(self, name: str) -> str:
        value = self.values.get(name)
        return "" if value is None else str(value)

    def number(self, name: str) -> int | None:
        value = self.values.get(name)
        return value if isinstance(value, int) else None

    def flag(self, name: str) -> bool:
        return self.values.get(name) is True

    def record(self, name: str) -> Fields | None:
        value = self.values.get(name)
        return value if isinstance(value, dict) else None

    def records(self, name: str) -> list[Fields]:
        return [item for item in self.items(name) if isinstance(item, dict)]

    def items(self, name: str) -> list[object]:
        value = self.values.get(name)
        return value if isinstance(value, list) else []

    def given(self, name: str) -> bool:
        return name in self.values


def check(method: str, raw: Fields, uploads: dict[str, Upload]) -> Arguments:
    """The arguments of `method`; raises Refusal for what does not fit."""
    known = METHODS[method]
    values: Fields = {}
    for name, value in raw.items():
        parameter = known.get(name)
        if parameter is None:
            raise bad(f'unknown parameter "{name}" of {method}')
        if value is not None and value != "":
            values[name] = _convert(parameter, value)
    for name in uploads:
        if name in known and "InputFile" in known[name].types:
            values.setdefault(name, f"attach://{name}")
        elif not any(f"attach://{name}" in str(value) for value in values.values()):
            raise bad(f'unknown parameter "{name}" of {method}')
    for parameter in known.values():
        if parameter.required and parameter.name not in values and (method, parameter.name) != ("setWebhook", "url"):
            raise bad(EMPTY.get(parameter.name, f'parameter "{parameter.name}" is required'))
    return Arguments(method, values, uploads)


def _convert(parameter: Parameter, value: object) -> object:
    """A value as its type asks; strings hold numbers, booleans and JSON, as in forms."""
    first = parameter.types[0]
    if first in ("String", "InputFile") or "String" in parameter.types:
        if isinstance(value, bool | dict | list):
            raise bad(f'parameter "{parameter.name}" must be a String')
        return _utf8(str(value))
    if first == "Integer":
        return _integer(parameter.name, value)
    if first == "Boolean":
        if isinstance(value, bool):
            return value
        lowered = str(value).lower()
        if lowered not in ("true", "false", "1", "0", "yes", "no", "t", "f", "y", "n"):
            raise bad(f'parameter "{parameter.name}" must be a Boolean')
        return lowered in ("true", "1", "yes", "t", "y")
    decoded = _json(parameter.name, value)
    _shape(parameter.types, decoded, parameter.name)
    return decoded


def _integer(name: str, value: object) -> int:
    text = str(value).strip()
    if isinstance(value, bool) or not text.removeprefix("-").isdecimal() or len(text) > 19:
        raise bad(f'parameter "{name}" must be an Integer')
    return int(text)


def _utf8(text: str) -> str:
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise bad("strings must be encoded in UTF-8")
    return text


def _json(name: str, value: object) -> object:
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except (ValueError, RecursionError):
        raise bad(f"can't parse {name.replace('_', ' ')} JSON object") from None


def _shape(kinds: tuple[str, ...], value: object, path: str) -> None:
    """Refuse a decoded value that is of none of the types of the schema."""
    scalar = any(_scalar(kind, value) for kind in kinds)
    arrays = [kind for kind in kinds if kind.endswith("[]")]
    objects = [kind for kind in kinds if kind[0].isupper() and kind not in SCALARS and kind not in arrays]
    if scalar:
        return
    if isinstance(value, list) and arrays:
        for item in value:
            _shape((arrays[0].removesuffix("[]"),), item, path)
    elif isinstance(value, dict) and objects:
        _object(_chosen(objects, value), value, path)
    else:
        raise bad(f'"{path}" must be {" or ".join(kinds)}')


def _scalar(kind: str, value: object) -> bool:
    match kind:
        case "Integer":
            return isinstance(value, int) and not isinstance(value, bool)
        case "Boolean":
            return isinstance(value, bool)
        case "String":
            return isinstance(value, str) and _utf8(value) == value
    return False


def _chosen(kinds: list[str], value: Fields) -> str:
    """The type a value means: by its "type" where one name stands for several, else by its required fields."""
    by_type = BY_TYPE.get(kinds[0], {}).get(str(value.get("type")))
    if by_type is not None:
        return by_type
    for kind in kinds:
        if all(name in value for name, parameter in OBJECTS.get(kind, {}).items() if parameter.required):
            return kind
    return kinds[0]


def _object(kind: str, value: Fields, path: str) -> None:
    known = OBJECTS.get(kind)
    if known is None:
        return
    for name, item in value.items():
        if name not in known:
            raise bad(f'unknown field "{name}" of {kind} in "{path}"')
        if item is not None:
            _shape(known[name].types, item, f"{path}.{name}")
    for name, parameter in known.items():
        if parameter.required and name not in value:
            raise bad(f'field "{name}" of {kind} in "{path}" is missing')
