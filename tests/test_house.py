"""The house around the package: what is promised at the door is what stands inside."""

from __future__ import annotations

import ast
import os
import re
import socket
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

import aliorder

ROOT = Path(__file__).resolve().parents[1]
CHECKS = ("ruff format --check", "ruff check", "mypy", "lint-imports", "pytest")
DOT_FOLDERS = {".ci", ".github"}
NOT_OURS = {"__pycache__", "build", "dist", "venv"}
SHELL_FOLDERS = {
    "aliorder.bash": "share/bash-completion/completions/aliorder",
    "_aliorder": "share/zsh/site-functions/_aliorder",
    "aliorder.fish": "share/fish/vendor_completions.d/aliorder.fish",
}


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def pyproject() -> dict[str, Any]:
    return tomllib.loads(text_of("pyproject.toml"))


def readme_blocks() -> list[str]:
    return re.findall(r"```sh\n(.*?)```", text_of("README.md"), re.DOTALL)


def own_files() -> Iterator[Path]:
    for folder, below, names in os.walk(ROOT):
        below[:] = [name for name in below if name in DOT_FOLDERS or not (name.startswith(".") or name in NOT_OURS)]
        yield from (Path(folder, name) for name in names)


def test_the_readme_opens_with_two_commands_of_one_line_each() -> None:
    install, test = readme_blocks()[:2]
    opening = text_of("README.md").split("\n## ")[0]
    assert opening.count("```sh\n") == opening.count("```") / 2 == 2
    assert (install.count("\n"), test.count("\n")) == (1, 1)
    assert install.endswith("/aliorder\n")
    assert test.endswith("-m pytest\n")


@pytest.mark.parametrize("number", [1, 2])
def test_ci_takes_its_commands_out_of_the_readme(number: int) -> None:
    script = ROOT / ".ci" / "readme_command.py"
    done = subprocess.run([sys.executable, script, str(number)], capture_output=True, text=True, check=True)
    assert done.stdout == readme_blocks()[number - 1]
    assert re.search(rf"\$\(readme_command \w+ {number}\)", text_of(".ci/run"))


def test_a_readme_command_that_is_not_there_is_an_error_that_says_so() -> None:
    script = ROOT / ".ci" / "readme_command.py"
    done = subprocess.run([sys.executable, script, "99"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("error: README.md has ")


@pytest.mark.parametrize("name", [".ci/run", ".pre-commit-config.yaml", ".github/CONTRIBUTING.md"])
def test_every_list_of_checks_is_whole(name: str) -> None:
    text = text_of(name)
    assert [check for check in CHECKS if check not in text] == []


def test_the_version_is_written_once_in_the_package() -> None:
    project = pyproject()
    assert "version" not in project["project"]
    assert project["project"]["dynamic"] == ["version"]
    assert project["tool"]["hatch"]["version"] == {"path": "aliorder/__init__.py"}


def test_the_changelog_names_this_version_first() -> None:
    headings = re.findall(r"^## \[(.+?)\]", text_of("CHANGELOG.md"), re.MULTILINE)
    assert headings[0] == aliorder.__version__


def test_the_licence_is_the_one_that_the_package_names() -> None:
    assert text_of("LICENSE").startswith("MIT License\n")
    assert pyproject()["project"]["license"] == "MIT"


def test_every_package_says_what_it_is_for() -> None:
    silent = [
        str(path.relative_to(ROOT))
        for path in sorted((ROOT / "aliorder").rglob("__init__.py"))
        if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert silent == []


def test_completions_and_the_manual_are_installed_where_shells_and_man_look() -> None:
    wheel = pyproject()["tool"]["hatch"]["build"]["targets"]["wheel"]
    present = {path.name for path in (ROOT / "completions").glob("*")}
    expected = {f"completions/{name}": place for name, place in SHELL_FOLDERS.items() if name in present}
    assert wheel.get("shared-data", {}) == {**expected, "aliorder/manual/aliorder.1": "share/man/man1/aliorder.1"}
    assert wheel["force-include"]["completions"] == "aliorder/completions"


def test_every_dependency_is_explained() -> None:
    project = pyproject()["project"]
    requirements = chain(project["dependencies"], *project["optional-dependencies"].values())
    names = {re.split(r"[<>=]", requirement)[0] for requirement in requirements}
    section = text_of(".github/CONTRIBUTING.md").split("## Dependencies")[1].split("\n## ")[0]
    assert {name for name in names if not re.search(rf"\b{name}\b", section)} == set()


def test_no_file_sends_readers_to_a_site_that_only_looks_official() -> None:
    impostor = "".join(["aliexpress", "official"])
    found = [path for path in own_files() if impostor in path.read_text(encoding="utf-8", errors="ignore").lower()]
    assert found == []


def test_a_test_that_reaches_for_the_network_fails() -> None:
    with socket.socket() as somewhere, pytest.raises(AssertionError, match="never uses the network"):
        somewhere.connect(("127.0.0.1", 9))
