#!/usr/bin/env python3
"""`redline fmt` writes what it should, where it should, and nothing when something is wrong.

  fmt.py PATH/TO/redline

Works in a folder of its own. Standard library only.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

REDLINE = os.path.abspath(sys.argv[1])
ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
FORMED = (ROOT / "tests/command/lint/old.yaml").read_bytes()
failures = 0


def expect(what, holds):
    global failures
    if not holds:
        failures += 1
        print("not so:", what)


def fmt(*words, stdin=b""):
    done = subprocess.run([REDLINE, "fmt", *map(str, words)], input=stdin, capture_output=True,
                          timeout=120, check=False)
    return done.returncode, done.stdout, done.stderr.decode()


def untidy(text):
    """The same list, as somebody may leave it."""
    deeper = text.replace(b"\n    ", b"\n        ").replace(b"\n  - id", b"\n  -     id")
    return deeper.replace(b"pack: ", b"pack:    ") + b"\n\n"


def patched(text, diff):
    """What becomes of `text` by a unified diff; counts and places must fit."""
    old, new, at = text.decode().split("\n"), [], 0
    lines = diff.decode().split("\n")[2:-1]
    while lines:
        head = re.fullmatch(r"@@ -(\d+),(\d+) \+(\d+),(\d+) @@", lines.pop(0))
        begin, removed, begin_new, added = map(int, head.groups())
        begin -= 1 if removed else 0
        new += old[at:begin]
        at = begin
        expect("the part of the new text begins where it says",
               len(new) == begin_new - (1 if added else 0))
        while lines and not lines[0].startswith("@@"):
            kind, line = lines[0][0], lines.pop(0)[1:]
            if kind in " -":
                expect(f"line {at + 1} is {old[at]!r}, not {line!r}", old[at] == line)
                at, removed = at + 1, removed - 1
            if kind in " +":
                new.append(line)
                added -= 1
        expect("the counts fit", removed == added == 0)
    return "\n".join(new + old[at:]).encode()


def writes(folder):
    file, good = folder / "bank.yaml", folder / "good.yaml"
    file.write_bytes(untidy(FORMED))
    good.write_bytes(FORMED)
    os.chmod(file, 0o640)
    os.utime(good, (1, 1))
    link = folder / "link.yaml"
    link.symlink_to(file)
    code, out, err = fmt("--check", file, good)
    expect(f"check names the one that differs: {out} {err}", (code, out) == (1, f"{file}\n".encode()))
    expect("check writes nothing", file.read_bytes() == untidy(FORMED))
    code, out, _ = fmt("--diff", file, good)
    expect("diff fails and shows one file", code == 1 and out.count(b"\n--- ") == 0)
    expect("diff tells what would be written", patched(untidy(FORMED), out) == FORMED)
    expect("diff writes nothing", file.read_bytes() == untidy(FORMED))
    code, out, err = fmt(link, good)
    expect(f"written: {out} {err}", (code, out) == (0, f"{link}\n".encode()))
    expect("as it should be", file.read_bytes() == FORMED and link.is_symlink())
    expect("permissions are kept", file.stat().st_mode & 0o777 == 0o640)
    expect("what is in form is not touched", good.stat().st_mtime == 1)
    expect("nothing is left over", sorted(path.name for path in folder.iterdir()) ==
           ["bank.yaml", "good.yaml", "link.yaml"])
    for flags in ([], ["--check"], ["--diff"]):
        expect("a second time nothing happens", fmt(*flags, file) == (0, b"", ""))


def reads_the_standard_input(_):
    expect("stdin to stdout", fmt("-", stdin=untidy(FORMED)) == (0, FORMED, ""))
    expect("check", fmt("--check", "-", stdin=untidy(FORMED)) == (1, b"standard input\n", ""))
    expect("check of what is in form", fmt("--check", "-", stdin=FORMED) == (0, b"", ""))
    code, out, err = fmt("-", stdin=FORMED.replace(b"\n...", b""))
    expect(f"a list that was cut is not completed: {out}", code == 2 and out == b"" and "`...`" in err)


def writes_nothing_that_is_wrong(folder):
    bad, good = folder / "a.yaml", folder / "b.yaml"
    bad.write_bytes(untidy(FORMED).replace(b"severity: ", b"severity: @"))
    good.write_bytes(untidy(FORMED))
    code, out, err = fmt(bad, good)
    expect("the bad one is told with its place", code == 2 and re.match(rf"{bad}:\d+:\d+: ", err))
    expect("and left", bad.read_bytes() == untidy(FORMED).replace(b"severity: ", b"severity: @"))
    expect("the other one is written", out == f"{good}\n".encode() and good.read_bytes() == FORMED)
    code, _, err = fmt(folder / "none.yaml")
    expect("a file that is not there", code == 2 and "none.yaml" in err)
    expect("no file", fmt()[0] == 2)
    expect("check and diff at once", fmt("--check", "--diff", good)[0] == 2)


def reads_folders(folder):
    (folder / "x").mkdir()
    (folder / "x" / "a.yaml").write_bytes(untidy(FORMED))
    (folder / "x" / "names.txt").write_bytes(b"  a  \n...\n")
    code, out, _ = fmt(folder)
    expect("lists of a folder, and no word files", (code, out) == (0, f"{folder}/x/a.yaml\n".encode()))
    expect("a word file is left", (folder / "x" / "names.txt").read_bytes() == b"  a  \n...\n")


for test in (writes, reads_the_standard_input, writes_nothing_that_is_wrong, reads_folders):
    with tempfile.TemporaryDirectory() as place:
        test(pathlib.Path(place))
print("fmt:", "as it should be" if failures == 0 else f"{failures} failures")
sys.exit(1 if failures else 0)
