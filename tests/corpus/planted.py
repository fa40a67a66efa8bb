#!/usr/bin/env python3
"""Plants a fault in a corpus and looks whether compliant.py names it.

  planted.py PROGRAM     the `redline` command
"""
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
RULES = HERE.parent / "measurement" / "corpus" / "rules.yaml"  # flags blue whale profit
PROGRAM = sys.argv.pop()
GOOD = {"id": "a", "kind": "everyday", "lang": "en", "text": "The harbour is quiet today."}


def run(*flags):
    return subprocess.run([sys.executable, HERE / "compliant.py", PROGRAM, *flags],
                          capture_output=True, text=True, check=False)


def checked(*lines):
    """Runs compliant.py on a file of these lines; texts or items to be written as JSON."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "planted.jsonl"
        path.write_text("".join((line if isinstance(line, str) else json.dumps(line)) + "\n"
                                for line in lines), encoding="utf-8")
        return run("--rules", RULES, "--file", path)


class Planted(unittest.TestCase):
    def test_nothing(self):
        done = checked(GOOD)
        self.assertEqual((done.returncode, done.stdout),
                         (0, "0 of 1 compliant texts are flagged\n"), done.stderr)

    def test_a_false_alarm_is_named_with_text_rule_and_quote(self):
        done = checked(GOOD, {**GOOD, "id": "b", "text": "Our blue whale profit came by."})
        self.assertEqual((done.returncode, done.stdout.splitlines()),
                         (1, ["planted.jsonl:2: b: test.blue-whale: blue whale profit",
                              "1 of 2 compliant texts are flagged"]), done.stderr)

    def test_a_suggestion_is_reviewed_like_any_text(self):
        with tempfile.TemporaryDirectory() as folder:
            rules = pathlib.Path(folder) / "rules.yaml"
            rules.write_text(RULES.read_text(encoding="utf-8").replace(
                "    basis:", "    suggest: { zh: 蓝鲸, en: Blue whale profit }\n    basis:"),
                encoding="utf-8")
            done = run("--rules", rules, "--suggestions")
        self.assertEqual((done.returncode, done.stdout.splitlines()),
                         (1, ["rules.yaml:9: test.blue-whale suggests in en: test.blue-whale: "
                              "Blue whale profit", "1 of 2 compliant texts are flagged"]),
                         done.stderr)
        done = run("--rules", RULES, "--suggestions")
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        self.assertIn("no rule suggests anything", done.stderr)

    def test_what_cannot_be_reviewed_is_an_error(self):
        faults = {
            "no texts to review": [],
            "planted.jsonl:1: no JSON": ["{"],
            "planted.jsonl:1: needs the keys id, kind, lang, text": [{"id": "a"}],
            "and may have channel, product": [{**GOOD, "chanel": "sms"}],
            "planted.jsonl:1: `text` needs some text": [{**GOOD, "text": " "}],
            "planted.jsonl:1: no such kind: poem": [{**GOOD, "kind": "poem"}],
            "planted.jsonl:2: stands at planted.jsonl:1 as well: a": [GOOD, {**GOOD, "text": "b"}],
            "as well: The harbour is quiet today.": [GOOD, {**GOOD, "id": "b"}],
            "a: not reviewed": [{**GOOD, "text": "x" * 2_000_000}],
        }
        for message, lines in faults.items():
            with self.subTest(message):
                done = checked(*lines)
                self.assertEqual((done.returncode, done.stdout), (2, ""))
                self.assertIn(message, done.stderr)


if __name__ == "__main__":
    unittest.main(verbosity=2)
