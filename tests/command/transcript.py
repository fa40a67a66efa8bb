#!/usr/bin/env python3
"""Runs the commands of transcripts and compares what they print with what the transcript says.

  transcript.py PATH/TO/redline FILE…

A transcript is a .txt file of steps, or the ```console blocks of a .md file:

  # why this step is here
  $ redline check drafts/one.txt
  what it prints on the standard output
  ! what it prints on the standard error
  [exit 1]

[exit 0] is not written. Commands run in the folder of the file; `< path` gives the standard input.
What changes with every release (digests, the engine's version) or run (times) is not compared.
REDLINE_UPDATE_GOLDEN=1 rewrites the files. Standard library only.
"""
import difflib
import os
import pathlib
import re
import shlex
import subprocess
import sys

UPDATE = os.environ.get("REDLINE_UPDATE_GOLDEN") == "1"
MASKS = [
    (re.compile(r"sha256:[0-9a-f]{64}"), "sha256:…"),
    (re.compile(r"(规则集|ruleset) (shipped \S+|\S+ \S+|\S+ \S+ \S+) \([0-9a-f]{12}\)[，,] ?\d+ ?(条规则|rules)"),
     r"\1 …"),
    (re.compile(r'("engineVersion": ?)"[^"]*"'), r'\1"…"'),
    (re.compile(r'("name": "Redline",\n *"version": )"[^"]*"'), r'\1"…"'),
    (re.compile(r"\\?\"version\\?\": ?\"2\d{3}-\d\d-\d\d\""), '"version":"…"'),
    (re.compile(r'(compile_microseconds"?: )\d+'), r"\1…"),
    (re.compile(r"^redline \d+\.\d+\.\d+$", re.M), "redline …"),
]


def masked(text):
    for pattern, replacement in MASKS:
        text = pattern.sub(replacement, text)
    return text


def run(binary, folder, command):
    """Returns what the command prints, as lines of a transcript."""
    words = shlex.split(command)
    stdin = subprocess.DEVNULL
    if "<" in words:
        at = words.index("<")
        stdin = open(folder / words[at + 1], "rb")
        del words[at:at + 2]
    if words[0] != "redline":
        raise SystemExit(f"a transcript runs redline only: {command}")
    environment = {name: value for name, value in os.environ.items()
                   if name in ("PATH", "LD_LIBRARY_PATH") or name.endswith("SAN_OPTIONS")}
    done = subprocess.run([binary] + words[1:], cwd=folder, stdin=stdin, capture_output=True,
                          env=environment, timeout=120, check=False)
    lines = done.stdout.decode("utf-8").splitlines()
    lines += ["! " + line for line in done.stderr.decode("utf-8").splitlines()]
    if done.returncode != 0:
        lines.append(f"[exit {done.returncode}]")
    return lines


def replay(binary, folder, lines):
    """Returns the lines of a transcript with everything behind each command as it is now."""
    fresh = []
    skipping = False
    for line in lines:
        if line.startswith("$ "):
            if skipping:
                fresh.append("")
            fresh.append(line)
            fresh += run(binary, folder, line[2:])
            skipping = True
        elif line.startswith("# "):
            if skipping:
                fresh.append("")
            fresh.append(line)
            skipping = False
        elif not skipping:
            fresh.append(line)
    return fresh


def refreshed(binary, file):
    lines = file.read_text(encoding="utf-8").split("\n")
    if file.suffix != ".md":
        return replay(binary, file.parent, lines[:-1]) + [""]
    fresh = []
    block = None
    for line in lines:
        if block is not None:
            if line == "```":
                fresh += replay(binary, file.parent, block) + [line]
                block = None
            else:
                block.append(line)
        else:
            fresh.append(line)
            if line == "```console":
                block = []
    return fresh


def main():
    binary = os.path.abspath(sys.argv[1])
    failed = 0
    steps = 0
    for name in sys.argv[2:]:
        file = pathlib.Path(name).resolve()
        old = file.read_text(encoding="utf-8")
        new = "\n".join(refreshed(binary, file))
        steps += sum(line.startswith("$ ") for line in old.split("\n"))
        if masked(old) == masked(new):
            continue
        if UPDATE:
            file.write_text(new, encoding="utf-8")
            print(f"rewrote {name}")
            continue
        failed += 1
        sys.stdout.writelines(
            line + "\n" for line in difflib.unified_diff(
                masked(old).split("\n"), masked(new).split("\n"), name, "now", lineterm=""))
    print(f"{steps} commands, {failed} files differ")
    return 1 if failed or steps == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
