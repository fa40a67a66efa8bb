#!/usr/bin/env python3
"""`redline new` adds a rule and changes nothing else; what is not good is not written.

  new.py PATH/TO/redline

Works in a folder of its own. Standard library only.
"""
import os
import pathlib
import pty
import subprocess
import sys
import tempfile

REDLINE = os.path.abspath(sys.argv[1])
LIST = (pathlib.Path(__file__).parent / "lint" / "old.yaml").read_bytes()
RULE = ["--id", "my-bank.new", "--title", "躺赚", "--title-en", "Lying: down", "--category",
        "high-yield-promise", "--severity", "block", "--phrase", "躺着赚钱", "--phrase", "it's #1 bank",
        "--unless", "谁不想躺着赚钱", "--message", "不得承诺收益", "--suggest", "理财有风险：谨慎",
        "--law", "广告法", "--article", "第二十五条（一）", "--checked", "quoted",
        "--flag", "躺着赚钱啦", "--flag", "It's #1 bank!", "--pass", "谁不想躺着赚钱", "--pass", "躺着也赚钱吗"]
failures = 0


def expect(what, holds):
    global failures
    if not holds:
        failures += 1
        print("not so:", what)


def run(file, *flags, folder=None):
    done = subprocess.run([REDLINE, "new", str(file), *flags], stdin=subprocess.DEVNULL,
                          capture_output=True, text=True, timeout=120, check=False)
    return done.returncode, done.stdout + done.stderr


def without(*names):
    return [word for i, word in enumerate(RULE)
            if word not in names and (i == 0 or RULE[i - 1] not in names)]


def adds_a_rule(folder):
    for name, old in {"lf": LIST, "crlf": LIST.replace(b"\n", b"\r\n"),
                      "comment": LIST.replace(b"\n...", b"\n# the end\n...  ")}.items():
        file = folder / f"{name}.yaml"
        file.write_bytes(old)
        os.chmod(file, 0o640)
        code, said = run(file, *RULE)
        expect(f"{name}: {said}", code == 0)
        new = file.read_bytes()
        end = old.rindex(b"...")
        expect(f"{name}: the old text stands around the new", new.startswith(old[:end])
               and new.endswith(old[end:]) and len(new) > len(old))
        expect(f"{name}: one kind of line end", name != "crlf" or new.count(b"\n") == new.count(b"\r\n"))
        expect(f"{name}: permissions", file.stat().st_mode & 0o777 == 0o640)
        lint = subprocess.run([REDLINE, "lint", "--strict", str(file)], check=False,
                              capture_output=True, text=True)
        expect(f"{name}: {lint.stdout}", lint.returncode == 0 and "2 rules" in lint.stdout)
        test = subprocess.run([REDLINE, "test", "--min-coverage", "100", str(file)], check=False,
                              capture_output=True, text=True)
        expect(f"{name}: {test.stdout}", test.returncode == 0)
        show = subprocess.run([REDLINE, "rules", "show", "--rules", str(file), "my-bank.new"],
                              check=False, capture_output=True, text=True).stdout
        for text in ("it's #1 bank", "Lying: down", "理财有风险：谨慎", "checked: quoted"):
            expect(f"{name}: {text} in {show}", text in show)
        code, said = run(file, *RULE)
        expect("the same id again", code == 2 and "already" in said and file.read_bytes() == new)
        expect("nothing is left over", not list(folder.glob("*.new")))


def writes_nothing_that_is_not_good(folder):
    file = folder / "list.yaml"
    file.write_bytes(LIST)
    for what, flags, code, word in (
            ("no flags", [], 2, "--flag (twice)"),
            ("no law", without("--law"), 2, "give --law\n"),
            ("a law that nobody defines", without("--law") + ["--law", "银行法"], 1, "银行法"),
            ("a bad id", without("--id") + ["--id", "My Bank"], 1, "an id is made of"),
            ("a sample that is not flagged", RULE + ["--flag", "躺平"], 1, "must be flagged"),
            ("a sample that proves nothing", RULE + ["--pass", "今天天气很好"], 1, "[L501]"),
            ("an unverified basis", without("--checked") + ["--checked", "unverified"], 1, "[L402]"),
            ("a line end", RULE + ["--phrase", "a\n    - b"], 1, "nothing was written"),
    ):
        got, said = run(file, *flags)
        expect(f"{what}: {said}", got == code and word in said)
        expect(f"{what}: nothing is written", file.read_bytes() == LIST)
    got, said = run(folder / "missing.yaml", *RULE)
    expect(f"no such file: {said}", got == 2 and "no such file" in said)


def takes_laws_of_other_files(folder):
    pack = folder / "lists" / "lint"
    pack.mkdir(parents=True)
    laws = pack / "laws.yaml"
    laws.write_bytes(LIST)
    file = pack / "mine.yaml"
    file.write_text("pack: lint\nversion: 2026-11-24\n...\n", encoding="utf-8")
    code, said = run(file, *RULE)
    expect(f"without the folder: {said}", code == 2)
    code, said = run(file, *RULE, "--rules", str(folder / "lists"))
    expect(f"with the folder: {said}", code == 0)
    expect("a file without rules gets the key", "\nrules:\n  - id: my-bank.new\n" in
           file.read_text(encoding="utf-8"))
    expect("the other file is left alone", laws.read_bytes() == LIST)


def asks_at_a_terminal(folder):
    file = folder / "asked.yaml"
    file.write_bytes(LIST)
    pid, terminal = pty.fork()
    if pid == 0:
        os.execv(REDLINE, [REDLINE, "new", str(file), *without("--id", "--phrase", "--flag")])
    answers = ["my-bank.asked", "躺着赚钱", "", "躺着赚钱啦", "", "能躺着赚钱", ""]
    os.write(terminal, "".join(answer + "\n" for answer in answers).encode("utf-8"))
    said = b""
    try:
        while part := os.read(terminal, 4096):
            said += part
    except OSError:  # how Linux tells that the other side is gone
        pass
    _, status = os.waitpid(pid, 0)
    said = said.decode("utf-8", "replace")
    expect(f"asked: {said}", os.waitstatus_to_exitcode(status) == 0)
    expect("asks for what is missing only", "Forbidden words" in said and "Category" not in said)
    expect("the answers are written", "my-bank.asked" in file.read_text(encoding="utf-8"))


def main():
    with tempfile.TemporaryDirectory() as name:
        for number, check in enumerate((adds_a_rule, writes_nothing_that_is_not_good,
                                        takes_laws_of_other_files, asks_at_a_terminal)):
            folder = pathlib.Path(name) / str(number)
            folder.mkdir()
            check(folder)
    print(f"{failures} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
