#!/usr/bin/env python3
"""Prints docs/negative-list.md: what the shipped lists forbid and ask for, and on what they stand.

  negative_list.py PROGRAM > docs/negative-list.md    writes it anew
  negative_list.py PROGRAM --check                    fails when the file is out of date
  negative_list.py PROGRAM --rules rules/packs        by the lists on disk, not those in PROGRAM

Everything is read from the `redline` command: its lists, its tests of the samples, and its reviews
of tests/corpus/compliant. not_covered.md is written by hand.
Exit code: 0 printed or the same, 1 not the same, 2 could not be made.
"""
import argparse
import collections
import difflib
import json
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SHOWN = ROOT / "docs" / "negative-list.md"
sys.path[:0] = [str(ROOT / "tests" / "measurement"), str(ROOT / "tests" / "corpus")]

import compliant  # noqa: E402: needs the path above
from reviews import Reviewer, Unmeasurable  # noqa: E402

HEAD = """<!-- Generated; do not edit. After a change of the lists write it anew
     (PROGRAM: a built `redline`):
     python3 tests/negative_list/negative_list.py PROGRAM --rules rules/packs \\
         > docs/negative-list.md -->
# 负面清单 · Negative list

What the shipped lists forbid and ask for, rule by rule, and the law that each rule stands on.
随程序发布的规则：禁止什么、要求什么、依据哪一条。

`block` 不得发布 · must not be published. `review` 由人判断 · a person decides. `advise` 仅提示 · a hint.
`redline rules show ID` tells all about a rule · 查看一条规则的全部内容。
"""
MARKS = {"text": "读过原文 · read in the text of the law",
         "quoted": "读过逐字引用，注明官方来源 · read quoted word for word, with the official source",
         "secondary": "见于摘要或新闻 · read about in a summary or the news",
         "unverified": "凭记忆，待核对 · from memory, to be looked up"}
SEVERITIES = ("block", "review", "advise")


def answer(program, *arguments, codes=(0,)):
    run = subprocess.run([program, *arguments], capture_output=True, check=False)
    if run.returncode not in codes:
        raise Unmeasurable(run.stderr.decode(errors="replace"))
    return json.loads(run.stdout)


def table(head, rows):
    """A Markdown table; a bar inside of a cell would end the cell."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(str(cell).replace("|", "\\|") for cell in line) + " |"
                     for line in lines) + "\n"


def both(title):
    return " · ".join(title[lang] for lang in ("zh", "en") if title.get(lang))


def scope(rule):
    return "; ".join(f"{key}: {', '.join(values)}"
                     for key, values in rule.get("applies_to", {}).items()) or "any"


def in_force(rule):
    """The rule's own dates, or else the date of the law that it names first."""
    own = rule.get("effective", {})
    if own:
        return " ".join(filter(None, [own.get("from", ""), f"– {own['until']}"
                                      if "until" in own else ""]))
    return rule["basis"][0].get("effective", "")


def versions():
    """{pack: the newest `version` of its files}: the day of the last change."""
    newest = {}
    for path in sorted((ROOT / "rules" / "packs").glob("*/*.yaml")):
        found = re.search(r"^version: (\S+)", path.read_text(encoding="utf-8"), re.MULTILINE)
        if not found:
            raise Unmeasurable(f"{path}: no `version`")
        newest[path.parent.name] = max(newest.get(path.parent.name, ""), found.group(1))
    return newest


class Samples:
    """What `redline test` counted for one rule or several: those that came out as they should."""

    def __init__(self, counts):
        self.flags = sum(count["flags"] for count in counts)
        self.passes = sum(count["passes"] for count in counts)
        self.gaps = sum(count["knownGaps"] for count in counts)
        failed = [failure["message"] for count in counts for failure in count["failures"]]
        missed = sum(message.startswith("must be flagged") for message in failed)
        self.found = f"{self.flags - missed}/{self.flags}"
        alarms = sum(message.startswith("must pass") for message in failed)
        self.silent = f"{self.passes - alarms}/{self.passes}"


class NegativeList:
    def __init__(self, program, rules):
        self.rules = answer(program, "rules", "list", "--format", "json",
                            *(["--rules", rules] if rules else []))
        self.tested = answer(program, "test", "--format", "json", *([rules] if rules else []),
                             codes=(0, 1))
        self.texts = compliant.read_texts(compliant.corpus())
        self.reviews, _ = Reviewer(program).reviews([text.draft for text in self.texts], rules,
                                                    compliant.DAY)
        self.counts = {count["rule"]: count for count in self.tested["rules"]}

    def grouped(self, key):
        groups = collections.defaultdict(list)
        for rule in self.rules:
            groups[key(rule)].append(rule)
        return sorted(groups.items())

    def samples(self, rules):
        return Samples([self.counts[rule["id"]] for rule in rules])

    def figures(self):
        covered = self.tested
        yield "\n## 总览 · In figures\n\n"
        rows = []
        dates = versions()
        for pack, rules in self.grouped(lambda rule: rule["pack"]):
            severities = collections.Counter(rule["severity"] for rule in rules)
            rows.append([f"[{pack}](#{pack})", dates[pack], len(rules),
                         *(severities[name] for name in SEVERITIES)])
        severities = collections.Counter(rule["severity"] for rule in self.rules)
        rows.append(["all", max(dates.values()), len(self.rules),
                     *(severities[name] for name in SEVERITIES)])
        yield table(["pack · 规则包", "last change · 最后修改", "rules · 规则", *SEVERITIES], rows)
        yield (f"\nSamples make {covered['covered']} of {covered['wordings']} wordings fire "
               f"({covered['coveredPercent']} %) · 样例触发的词条。\n")

    def currency(self):
        yield "\n## 时效与核对 · How current, and how far looked up\n\n"
        entries = collections.Counter(basis["checked"] for rule in self.rules
                                      for basis in rule["basis"])
        best = collections.Counter(next(name for name in MARKS if any(
            basis["checked"] == name for basis in rule["basis"])) for rule in self.rules)
        yield table(["mark · 核对程度", "means · 含义", "citations · 引用", "rules whose best it is · 规则"],
                    [[name, means, entries[name], best[name]] for name, means in MARKS.items()])
        yield "\nNot looked up yet, most cited first · 待核对的条文，按引用次数：\n\n"
        open_articles = collections.Counter((basis["law"], basis["article"])
                                            for rule in self.rules for basis in rule["basis"]
                                            if basis["checked"] == "unverified")
        yield table(["law · 法规", "article · 条款", "rules · 规则"],
                    [[law, article, count] for (law, article), count in
                     sorted(open_articles.items(), key=lambda each: (-each[1], each[0]))])

    def precision(self):
        yield ("\n## 按类别的准确度 · Precision by category\n\n"
               "Measured on samples of our own: the sentences beside each rule, and the texts of "
               "`tests/corpus/compliant`, none of which may be flagged. The rules were written "
               "with these at hand: they show that nothing broke, not what a stranger's copy "
               "would give.\n"
               "以下以自编样例和合规语料测得，只说明没有退步，不代表对陌生文案的准确度。\n\n")
        category = {rule["id"]: rule["category"] for rule in self.rules}
        flagged = collections.defaultdict(set)
        for text in self.texts:
            for found in self.reviews[text.id].found:
                if found.stops:
                    flagged[category[found.rule]].add(text.id)
        rows = []
        for name, rules in self.grouped(lambda rule: rule["category"]):
            samples = self.samples(rules)
            rows.append([name, len(rules), samples.found, samples.silent, samples.gaps,
                         f"{len(flagged[name])}/{len(self.texts)}"])
        everything = self.samples(self.rules)
        rows.append(["all", len(self.rules), everything.found, everything.silent, everything.gaps,
                     f"{sum(review.flagged for review in self.reviews.values())}"
                     f"/{len(self.texts)}"])
        yield table(["category · 类别", "rules · 规则", "`flags` found · 应报已报",
                     "`passes` left alone · 应放已放", "known gaps · 已知漏报",
                     "compliant texts flagged · 合规语料误报"], rows)
        yield "\n"
        kinds = collections.defaultdict(list)
        for text in self.texts:
            kinds[text.kind].append(self.reviews[text.id].flagged)
        yield table(["compliant texts · 合规语料", "texts · 条数", "flagged · 误报"],
                    [[kind, len(flags), sum(flags)] for kind, flags in sorted(kinds.items())])

    def packs(self):
        yield ("\n## 规则 · Rules\n\n"
               "In force: the rule's own dates, or else the date of the law named first · "
               "生效：规则自身的日期，否则为首个依据的施行日。\n")
        for pack, rules in self.grouped(lambda rule: rule["pack"]):
            yield f"\n### {pack}\n\n"
            yield table(["rule · 规则", "what · 内容", "severity · 等级", "basis · 依据",
                         "scope · 适用", "in force · 生效"],
                        [[f"`{rule['id']}`", both(rule["title"]), rule["severity"],
                          "<br>".join(f"{basis['law']} {basis['article']} ({basis['checked']})"
                                      for basis in rule["basis"]),
                          scope(rule), in_force(rule)] for rule in rules])

    def laws(self):
        yield "\n## 法规逐条 · Law by law\n\nWhich rules stand on which article · 每一条款对应的规则。\n"
        articles = collections.defaultdict(lambda: collections.defaultdict(list))
        about = {}
        for rule in self.rules:
            for basis in rule["basis"]:
                articles[basis["law"]][basis["article"], basis["checked"]].append(rule["id"])
                about[basis["law"]] = basis
        for law in sorted(articles):
            said = [about[law].get(key) for key in ("document", "issuer", "effective")]
            yield f"\n### {law}\n\n{', '.join(filter(None, said))}\n\n"
            yield table(["article · 条款", "checked · 核对", "rules · 规则"],
                        [[article, how, ", ".join(f"`{rule}`" for rule in rules)]
                         for (article, how), rules in sorted(articles[law].items())])

    def not_covered(self):
        yield "\n## 未覆盖 · Not covered\n\n"
        yield (HERE / "not_covered.md").read_text(encoding="utf-8")

    def text(self):
        parts = (self.figures, self.currency, self.precision, self.not_covered, self.packs,
                 self.laws)
        return HEAD + "".join(piece for part in parts for piece in part())


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("program", help="the `redline` command")
    parser.add_argument("--check", action="store_true", help="compare with docs/negative-list.md")
    parser.add_argument("--rules", metavar="PATH", help="default: the shipped lists")
    flags = parser.parse_args()
    try:
        text = NegativeList(flags.program, flags.rules).text()
        shown = SHOWN.read_text(encoding="utf-8") if flags.check else text
    except (Unmeasurable, OSError) as error:
        print(f"negative_list.py: {error}", file=sys.stderr)
        return 2
    if not flags.check:
        sys.stdout.write(text)
        return 0
    if shown == text:
        return 0
    changes = difflib.unified_diff(shown.splitlines(), text.splitlines(), "docs/negative-list.md",
                                   "what the lists say", n=0, lineterm="")
    print(*list(changes)[:40], sep="\n")
    print(f"docs/negative-list.md is out of date; write it anew:\n"
          "  python3 tests/negative_list/negative_list.py PROGRAM --rules rules/packs "
          "> docs/negative-list.md")
    return 1


if __name__ == "__main__":
    sys.exit(main())
