"""A missing, damaged or foreign file of the model is a clear error at load, never a silent fall to words."""

import json
import shutil
from pathlib import Path

import pytest

from bot.matching import ModelError, load_engine
from bot.matching.package import FOLDER, ROLES, checked, record


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the small files of the model, with links to the large ones."""
    copy = tmp_path / "model"
    copy.mkdir()
    for path in FOLDER.iterdir():
        if path.stat().st_size > 1_000_000:
            (copy / path.name).symlink_to(path)
        else:
            shutil.copy(path, copy / path.name)
    return copy


def test_the_package_is_whole() -> None:
    assert checked().keys() == set(ROLES)


@pytest.mark.parametrize("role", ROLES)
def test_a_missing_file_is_named(folder: Path, role: str) -> None:
    path = checked(folder)[role]
    path.unlink()
    with pytest.raises(ModelError, match=path.name):
        load_engine(folder)


@pytest.mark.parametrize("role", ROLES)
def test_a_damaged_file_is_named(folder: Path, role: str) -> None:
    path = checked(folder)[role]
    path.unlink()
    path.write_bytes(b"damaged")
    with pytest.raises(ModelError, match=f"{path.name} has not the SHA-256"):
        load_engine(folder)


@pytest.mark.parametrize("listing", [None, "not json", "[]", "{}", '{"encoder": 3}'])
def test_without_checksums_nothing_is_loaded(folder: Path, listing: str | None) -> None:
    path = folder / "checksums.json"
    path.unlink()
    if listing is not None:
        path.write_text(listing)
    with pytest.raises(ModelError, match="checksums"):
        load_engine(folder)


@pytest.mark.parametrize(("role", "bytes_"), [("encoder", b"no graph"), ("tokenizer", b"{}"), ("places", b"no zip")])
def test_a_file_that_cannot_be_read_is_a_clear_error(folder: Path, role: str, bytes_: bytes) -> None:
    path = checked(folder)[role]
    path.unlink()
    path.write_bytes(bytes_)
    record(role, path.name, folder)
    with pytest.raises(ModelError):
        load_engine(folder)


def test_coefficients_for_other_features_are_refused(folder: Path) -> None:
    path = folder / "coefficients.json"
    kept = json.loads(path.read_text())
    kept["member"]["shoe_size"] = 1.0
    path.write_text(json.dumps(kept))
    record("coefficients", path.name, folder)
    with pytest.raises(ModelError, match="shoe_size"):
        load_engine(folder)
