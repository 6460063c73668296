"""Every check, output and problem code has its line in the tables that people read."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from types import ModuleType

import pytest

import lessongen.checks.documents
import lessongen.checks.pairs
import lessongen.checks.site
from tests.tools import ROOT

SOURCE = ROOT / "src" / "lessongen"
PROBLEMS = ROOT / "docs" / "problems.md"
CASES = ROOT / "tests" / "cases" / "problems"

CODE = frozenset({".py", ".js", ".html"})
MOST = 300  # lines of a file
LONGEST = 40  # lines of a function
KEBAB = re.compile(r"[a-z]+(-[a-z]+)+")
ENTRY = re.compile(r"^## `(?P<code>[a-z-]+)`\n\n(?P<text>.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
SEVERITY = re.compile(r"\*(Error|Warning|Note)\.\* ")
EXAMPLE = re.compile(r"^```text\n(?P<printed>.*?)^```$", re.MULTILINE | re.DOTALL)


def modules(package: ModuleType) -> list[ModuleType]:
    """The modules of a package, by name."""
    found = pkgutil.iter_modules(package.__path__)
    names = sorted(each.name for each in found if not each.ispkg)
    return [importlib.import_module(f"{package.__name__}.{name}") for name in names]


def entries() -> dict[str, str]:
    """The text of each entry of docs/problems.md by its code, in the file's order."""
    text = PROBLEMS.read_text(encoding="utf-8")
    return {found["code"]: found["text"] for found in ENTRY.finditer(text)}


def severity_of(entry: str) -> str:
    """The word in front of an entry, as the source writes it."""
    found = SEVERITY.match(entry)
    return found[1].lower() if found else ""


ENTRIES = entries()
RULES = (
    *modules(lessongen.checks.documents),
    *modules(lessongen.checks.site),
    *modules(lessongen.checks.pairs),
)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: str(rule.__name__))
def test_every_check_has_its_line_in_the_table(rule: ModuleType) -> None:
    table = (
        *lessongen.checks.documents.DOCUMENT_RULES,
        *lessongen.checks.site.SITE_RULES,
        *lessongen.checks.pairs.PAIR_RULES,
    )
    assert table.count(rule.check) == 1
    assert rule.__name__.rpartition(".")[2].replace("_", "-") == rule.CODE


def test_every_output_has_its_line_in_the_table() -> None:
    table = ast.parse((SOURCE / "outputs" / "formats.py").read_text(encoding="utf-8"))
    listed = {
        node.value.id
        for node in ast.walk(table)
        if isinstance(node, ast.Attribute)
        and node.attr == "artifacts"
        and isinstance(node.value, ast.Name)
    }
    assert listed | {"formats"} == {path.stem for path in (SOURCE / "outputs").glob("[!_]*.py")}


def test_every_code_in_use_is_explained_and_every_explained_code_is_in_use() -> None:
    assert sorted(ENTRIES) == sorted({code for code, _ in codes_in_use()})


def test_entries_stand_in_alphabetical_order() -> None:
    assert list(ENTRIES) == sorted(ENTRIES)


@pytest.mark.parametrize("code", ENTRIES)
def test_an_entry_says_how_severe_it_is_why_it_comes_and_what_helps(code: str) -> None:
    assert SEVERITY.match(ENTRIES[code])
    assert "\n\n**Cure:** " in ENTRIES[code]


def test_documented_severities_are_those_of_the_source() -> None:
    said = {code: severity_of(text) for code, text in ENTRIES.items()}
    wrong = {
        (code, severity) for code, severity in codes_in_use() if severity not in ("", said[code])
    }
    assert not wrong


@pytest.mark.parametrize("code", ENTRIES)
def test_the_example_is_what_the_case_prints(code: str) -> None:
    example = EXAMPLE.search(ENTRIES[code])
    assert example is not None
    assert f": {severity_of(ENTRIES[code])}[{code}]: " in example["printed"]
    printed = (CASES / code / "expected.txt").read_text(encoding="utf-8")
    assert example["printed"] in printed


def codes_in_use() -> Iterator[tuple[str, str]]:
    """Every problem code in the source, with the severity said beside it (or an empty text)."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in sorted(SOURCE.rglob("*.py"))]
    positions = _code_parameters(trees)
    for tree in trees:
        constants = _constants(tree)
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                yield from _codes_of_call(node, positions, constants)


def _constants(tree: ast.Module) -> dict[str, str]:
    """The texts that a module gives names to."""
    found = {}
    for node in tree.body:
        target = node.targets[0] if isinstance(node, ast.Assign) else None
        target = node.target if isinstance(node, ast.AnnAssign) else target
        value = node.value if isinstance(node, (ast.Assign, ast.AnnAssign)) else None
        if isinstance(target, ast.Name) and isinstance(value, ast.Constant):
            found[target.id] = str(value.value)
    return found


def _code_parameters(trees: list[ast.Module]) -> dict[str, int]:
    """Functions that take a problem's code, and as which positional argument."""
    found = {}
    for tree in trees:
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef):
                names = [argument.arg for argument in node.args.args if argument.arg != "self"]
                if {"code", "message"} <= set(names):
                    found[node.name] = names.index("code")
    return found


def _codes_of_call(
    call: ast.Call, positions: dict[str, int], constants: dict[str, str]
) -> Iterator[tuple[str, str]]:
    keywords = {each.arg: _text(each.value, constants) for each in call.keywords}
    if keywords.get("code"):
        yield keywords["code"], keywords.get("severity", "")
    function = call.func
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    at = positions.get(name)
    # A set has `add` too, but takes one thing at a time, and none that looks like a code.
    if at is not None and len(call.args) > max(1, at):
        code = _text(call.args[at], constants)
        if KEBAB.fullmatch(code):
            yield code, keywords.get("severity", "")


def _text(node: ast.expr, constants: dict[str, str]) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    return constants.get(node.id, "") if isinstance(node, ast.Name) else ""


def test_no_file_is_long_but_for_the_one_with_a_reason() -> None:
    folders = (SOURCE, ROOT / "benchmarks", ROOT / "templates")
    texts = (path for folder in folders for path in folder.rglob("*") if path.suffix in CODE)
    long = {
        str(path.relative_to(ROOT))
        for path in texts
        if len(path.read_text(encoding="utf-8").splitlines()) > MOST
    }
    assert long == {"src/lessongen/serving/files/author.js"}  # docs/adr/0007-long-files.md


def test_no_function_of_the_source_is_too_long() -> None:
    long = {
        f"{path.relative_to(ROOT)}: {node.name}"
        for folder in ("src", "benchmarks")
        for path in (ROOT / folder).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno >= LONGEST
    }
    assert not long
