#!/usr/bin/env python3
"""Measures the corpus of this folder and compares every figure with what a person counted.

  self_test.py PROGRAM     the `redline` command
"""
import json
import pathlib
import subprocess
import sys
import unittest

HERE = pathlib.Path(__file__).resolve().parent
PROGRAM = sys.argv.pop()


def run(*arguments):
    return subprocess.run([sys.executable, HERE.parent / "measure", *arguments, "--redline",
                           PROGRAM], capture_output=True, text=True, check=False)


def measured(name, *flags):
    done = run(HERE / "corpus" / name, "--format", "json", *flags)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def shares(group):
    return {name: f"{value['part']}/{value['whole']}" if isinstance(value, dict) else value
            for name, value in group.items()}


RULES = ["--rules", HERE / "corpus" / "rules.yaml"]


class Copy(unittest.TestCase):
    def test_counts_items_and_quotes(self):
        figures = measured("copy.jsonl", *RULES)
        self.assertEqual(shares(figures["items"]["all"]), {
            "violating_flagged": "2/3", "compliant_flagged": "1/3", "precision": "2/3",
            "quotes_found": "2/4", "violations_in_quotes": "2/3"})
        self.assertEqual(shares(figures["items"]["zh, no synthetic"])["violating_flagged"], "1/1")
        self.assertEqual(shares(figures["items"]["en"])["compliant_flagged"], "0/1")

    def test_counts_by_category(self):
        rows = measured("copy.jsonl", *RULES)["quotes_found_by_category"]
        self.assertEqual(shares(rows["guaranteed"]),
                         {"all": "1/1", "en": "0/0", "zh": "1/1", "no synthetic": "1/1"})
        self.assertEqual(shares(rows["high-yield"]),
                         {"all": "1/2", "en": "1/1", "zh": "0/1", "no synthetic": "1/1"})
        self.assertEqual(shares(rows["inducement"])["all"], "0/1")

    def test_states_nothing_on_request(self):
        figures = measured("copy.jsonl", *RULES, "--unstated")
        self.assertEqual(shares(figures["items"]["all"])["compliant_flagged"], "2/3")

    def test_lists_by_id_without_text(self):
        self.assertEqual(measured("copy.jsonl", *RULES, "--list", "misses"), [
            {"id": "c2", "what": "passes", "categories": "high-yield"},
            {"id": "c1", "what": "quote 1", "category": "inducement"}])
        self.assertEqual(measured("copy.jsonl", *RULES, "--list", "false-alarms"),
                         [{"id": "c4", "what": "flagged", "rules": "test.blue-whale"}])


class Evasion(unittest.TestCase):
    def test_counts_by_tier(self):
        tiers = measured("evasion.jsonl")["tiers"]
        self.assertEqual(shares(tiers["tier 1 plain"]), {
            "found": "2/2", "exact_spans": "1/2", "traps_flagged": "0/1", "not_read_yet": 0})
        self.assertEqual(shares(tiers["tier 1 unread"]), {
            "found": "0/0", "exact_spans": "0/0", "traps_flagged": "0/0", "not_read_yet": 1})
        self.assertEqual(shares(tiers["tier 2 plain"])["traps_flagged"], "1/2")
        self.assertEqual(shares(tiers["tier 3 plain"])["found"], "0/1")

    def test_lists_what_stands_behind_the_figures(self):
        self.assertEqual([e["id"] for e in measured("evasion.jsonl", "--list", "misses")], ["e3"])
        self.assertEqual([e["id"] for e in measured("evasion.jsonl", "--list", "inexact")], ["e2"])
        self.assertEqual([e["id"] for e in measured("evasion.jsonl", "--list", "false-alarms")],
                         ["e7"])

    def test_judges_by_other_lists(self):
        tiers = measured("evasion.jsonl", *RULES)["tiers"]
        self.assertEqual(shares(tiers["tier 1 plain"]), {
            "found": "1/2", "exact_spans": "1/2", "traps_flagged": "0/1", "not_read_yet": 0})


class Refusals(unittest.TestCase):
    def test_says_why_nothing_was_measured(self):
        done = run(HERE / "corpus" / "evasion_phrases.json")
        self.assertEqual(done.returncode, 2)
        self.assertIn("no JSON", done.stderr)
        done = run(HERE / "corpus" / "copy.jsonl", "--rules", HERE / "README.md")
        self.assertEqual(done.returncode, 2)
        self.assertIn("0 results for 6 texts", done.stderr)


if __name__ == "__main__":
    unittest.main(verbosity=2)
