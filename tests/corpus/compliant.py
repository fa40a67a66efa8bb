#!/usr/bin/env python3
"""Reviews texts that may be published and fails when any of them is flagged.

  compliant.py PROGRAM                      every text of compliant/, by the shipped lists
  compliant.py PROGRAM --rules rules/packs  by the lists as they stand on disk
  compliant.py PROGRAM --file FILE …        only the texts of these files
  compliant.py PROGRAM --suggestions        what the rules themselves suggest to write instead

A text whose review finds a violation of severity review or block is a false alarm; it is named
with its rule and quote. What cannot be read or reviewed is an error: no text is passed over.
Exit code: 0 no false alarm, 1 some, 2 could not review.
"""
import argparse
import json
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "measurement"))

from reviews import Reviewer, Unmeasurable, draft  # noqa: E402: needs the path above

KINDS = {"product-page", "disclosure", "education", "anti-fraud", "news", "service-notice",
         "legal", "everyday"}
NEEDED = {"id", "kind", "lang", "text"}
KEYS = NEEDED | {"product", "channel"}
# The day that texts are judged by: the version of the shipped lists. A day of its own, so that the
# outcome does not change overnight.
DAY = "2026-11-24"


class Text:
    """One line of the corpus: what may be published, and where and for what."""

    def __init__(self, stands_at, item):
        self.stands_at = stands_at
        if not isinstance(item, dict) or not NEEDED <= item.keys() <= KEYS:
            raise Unmeasurable(f"{stands_at}: needs the keys {', '.join(sorted(NEEDED))}, and may "
                               f"have {', '.join(sorted(KEYS - NEEDED))}")
        for key, value in item.items():
            if not isinstance(value, str) or not value.strip():
                raise Unmeasurable(f"{stands_at}: `{key}` needs some text")
        if item["kind"] not in KINDS:
            raise Unmeasurable(f"{stands_at}: no such kind: {item['kind']}; there are "
                               f"{', '.join(sorted(KINDS))}")
        self.id = item["id"]
        self.kind = item["kind"]
        self.text = item["text"]
        self.draft = draft(self.id, self.text, locale=item["lang"], product=item.get("product"),
                           channel=item.get("channel"))


def read_texts(paths):
    """Returns the texts of all files; an id or a text that stands twice is an error."""
    texts, seen = [], {}
    for path in paths:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            stands_at = f"{path.name}:{number}"
            try:
                text = Text(stands_at, json.loads(line))
            except ValueError as error:
                raise Unmeasurable(f"{stands_at}: no JSON: {error}")
            for what in (text.id, text.text):
                if what in seen:
                    raise Unmeasurable(f"{stands_at}: stands at {seen[what]} as well: {what}")
                seen[what] = stands_at
            texts.append(text)
    if not texts:
        raise Unmeasurable("no texts to review")
    return texts


def read_suggestions(program, rules):
    """Returns what the rules suggest to write instead, in each language."""
    run = subprocess.run([program, "rules", "list", "--format", "json"]
                         + (["--rules", rules] if rules else []), capture_output=True, check=False)
    if run.returncode:
        raise Unmeasurable(run.stderr.decode(errors="replace"))
    texts = [Text(rule["stands_at"], {"id": f"{rule['id']} suggests in {lang}", "kind": "legal",
                                      "lang": lang, "text": text})
             for rule in json.loads(run.stdout) for lang, text in rule.get("suggest", {}).items()]
    if not texts:
        raise Unmeasurable("no rule suggests anything")
    return texts


def corpus():
    return sorted((HERE / "compliant").glob("*.jsonl"))


def false_alarms(texts, reviewer, rules=None):
    """Returns [(Text, Review)] of the texts that would not be published as they are."""
    reviews, _ = reviewer.reviews([text.draft for text in texts], rules, DAY)
    return [(text, reviews[text.id]) for text in texts if reviews[text.id].flagged]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("program", help="the `redline` command")
    parser.add_argument("--rules", metavar="PATH", help="default: the shipped lists")
    parser.add_argument("--file", metavar="FILE", nargs="+", type=pathlib.Path)
    parser.add_argument("--suggestions", action="store_true")
    flags = parser.parse_args()
    try:
        texts = (read_suggestions(flags.program, flags.rules) if flags.suggestions
                 else read_texts(flags.file or corpus()))
        alarms = false_alarms(texts, Reviewer(flags.program), flags.rules)
    except (Unmeasurable, OSError) as error:
        print(f"compliant.py: {error}", file=sys.stderr)
        return 2
    for text, review in alarms:
        for found in review.found:
            if found.stops:
                print(f"{text.stands_at}: {text.id}: {found.rule}: {found.quote}")
    print(f"{len(alarms)} of {len(texts)} compliant texts are flagged")
    return 1 if alarms else 0


if __name__ == "__main__":
    sys.exit(main())
