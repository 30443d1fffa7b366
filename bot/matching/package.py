"""The files that the engine is made of, beside its code, and the check that none of them is missing or damaged."""

import hashlib
import json
from pathlib import Path

from bot.matching.errors import ModelError

FOLDER = Path(__file__).parent / "model"
ROLES = ("encoder", "tokenizer", "coefficients", "places", "examples")


def checked(folder: Path = FOLDER) -> dict[str, Path]:
    """The files by their role, after comparing each with its recorded SHA-256."""
    listing = folder / "checksums.json"
    try:
        listed: dict[str, dict[str, str]] = json.loads(listing.read_text(encoding="utf-8"))
        files = {role: (folder / listed[role]["file"], listed[role]["sha256"]) for role in ROLES}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as wrong:
        raise ModelError(f"the routing model is missing: {listing} cannot be read ({wrong})") from wrong
    for path, expected in files.values():
        try:
            found = sha256(path)
        except OSError as wrong:
            raise ModelError(f"the routing model is incomplete: {path} cannot be read ({wrong})") from wrong
        if found != expected:
            raise ModelError(f"the routing model is damaged: {path} has not the SHA-256 that {listing.name} records")
    return {role: path for role, (path, _) in files.items()}


def record(role: str, name: str, folder: Path = FOLDER) -> None:
    """Writes down the checksum of a file that was made anew."""
    listing = folder / "checksums.json"
    listed = json.loads(listing.read_text(encoding="utf-8"))
    listed[role] = {"file": name, "sha256": sha256(folder / name)}
    listing.write_text(json.dumps(listed, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
