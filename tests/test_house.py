"""The house: what stands at the top, what a file says of itself, how long it is, how it is called."""

import ast
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FILES = sorted(path for folder in ("bot", "handlers", "storage") for path in (ROOT / folder).rglob("*.py"))
LONGEST_FILE = 300
LONGEST_FUNCTION = 60
PAGES = (  # lists of texts, of tables, of facts, read from top to bottom
    "bot/locales/", "storage/migrations/", "storage/tables.py", "bot/domain/facts.py",
)  # fmt: skip
OURS = ("bot/actions", "bot/domain", "bot/runtime", "bot/locales", "handlers", "storage")
FORBIDDEN = {"utils", "util", "helpers", "helper", "common", "manager", "base", "misc", "shared", "tools", "stuff"}


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text())


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", FILES, ids=name)
def test_a_file_says_what_it_is_for_and_holds_one_idea(path: Path) -> None:
    text = path.read_text()
    tree = tree_of(path)
    said = ast.get_docstring(tree) or ""
    assert len(said) >= 10, "no docstring"
    if name(path).startswith(PAGES):
        return
    assert len(text.splitlines()) <= LONGEST_FILE
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < LONGEST_FUNCTION, node.name


@pytest.mark.parametrize("path", [path for path in FILES if name(path).startswith(OURS)], ids=name)
def test_what_others_may_call_says_what_it_does(path: Path) -> None:
    tree = tree_of(path)
    public = [node for node in tree.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)]
    assert [node.name for node in public if not node.name.startswith("_") and not ast.get_docstring(node)] == []


def test_no_file_or_class_has_a_name_that_says_nothing() -> None:
    parts = {part.removesuffix(".py") for path in FILES for part in path.relative_to(ROOT).parts}
    assert parts & FORBIDDEN == set()
    classes = {node.name for path in FILES for node in ast.walk(tree_of(path)) if isinstance(node, ast.ClassDef)}
    assert [one for one in classes if one.endswith(("Manager", "Helper", "Helpers", "Util", "Utils", "Base"))] == []


def test_the_map_names_the_layers_and_imports_nothing() -> None:
    said = ast.get_docstring(ast.parse((ROOT / "bot" / "__init__.py").read_text())) or ""
    assert not [line for line in (ROOT / "bot" / "__init__.py").read_text().splitlines() if line.startswith("import")]
    for layer in ("handlers", "storage", "domain", "actions", "runtime"):
        assert layer in said
