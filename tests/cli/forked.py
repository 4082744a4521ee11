"""Many runs of the program, each in a process of its own: forked from one that has loaded the program already."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable

from tests.cli.given import NOW, Ran

PARENT = """
import json, os, sys
from tempfile import TemporaryFile
import aliorder.cli.app

def pipe_to(reads):
    ours, theirs = os.pipe()
    if os.fork() == 0:
        os.close(theirs)
        if reads:
            os.read(ours, 1)
        os._exit(0)
    os.close(ours)
    if not reads:
        os.wait()
    return theirs

def opened(target, out):
    if target in ("gone", "head"):
        return pipe_to(target == "head")
    return os.open("/dev/full", os.O_WRONLY) if target == "full" else os.dup(out.fileno())

def put(number, target, out):
    if target == "closed":
        os.close(number)
        setattr(sys, ("stdin", "stdout", "stderr")[number], None)
        return
    stream = opened(target, out)
    os.dup2(stream, number)
    os.close(stream)

def started(line, targets, files):
    child = os.fork()
    if child == 0:
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        for number, target, file in zip((1, 2), targets, files):
            put(number, target, file)
        sys.argv[1:] = line
        sys.exit(aliorder.cli.app.main())
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])

def text_of(file):
    file.seek(0)
    return file.read().decode("utf-8")

lines, targets = json.loads(sys.argv.pop())
found = []
for line in lines:
    with TemporaryFile() as out, TemporaryFile() as err:
        code = started(line, targets, (out, err))
        found.append((code, text_of(out), text_of(err)))
os.write(1, json.dumps(found).encode())
"""


def usual_environment() -> dict[str, str]:
    """The environment of the test, but what is printed is not written out word by word."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}


def each(
    lines: Iterable[str], *options: str, out: str = "file", err: str = "file", now: str = NOW, **environ: str
) -> dict[str, Ran]:
    """What each of the lines came to, one after the other.

    Their streams go to a `file`, whose text is found, or into a pipe whose reader is `gone` at the start or after the
    first bytes (`head`), onto a disk that is `full`, or are `closed`.
    """
    lines = tuple(lines)
    asked = json.dumps([[["--now", now, *options, *line.split()] for line in lines], [out, err]])
    command = [sys.executable, "-c", PARENT, asked]
    done = subprocess.run(command, capture_output=True, check=True, env={**usual_environment(), **environ})
    assert done.stderr == b""
    return {line: Ran(*ran) for line, ran in zip(lines, json.loads(done.stdout), strict=True)}
