#!/usr/bin/env python3
"""The page of `redline check --format html`, read as a browser and a screen reader read it.

  page.py PATH/TO/redline

Standard library only.
"""
import base64
import hashlib
import html.parser
import os
import pathlib
import re
import shutil
import sys
import tempfile

from formats import HERE, RULES, Run

VOID = {"meta", "br"}
# What a page needs that runs nothing, loads nothing and sends nothing.
ATTRIBUTES = {"charset", "http-equiv", "content", "name", "lang", "id", "class", "href", "dir",
              "aria-label", "aria-labelledby", "aria-details"}


class Page(html.parser.HTMLParser):
    """A page whose tags close in order; everything that the claims ask of it."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.open = []
        self.elements = []  # (tag, attributes)
        self.passages = []  # shown texts of <pre>, without what only guides the reader
        self.marked = []  # {number: the words under its mark}, for each passage
        self.style = ""
        self.words = ""
        self.feed(text)
        self.close()
        assert self.open == [], self.open

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        assert len(attributes) == len(attrs) and set(attributes) <= ATTRIBUTES, attrs
        self.elements.append((tag, attributes))
        if tag in VOID:
            return
        self.open.append((tag, attributes))
        if tag == "pre":
            self.passages.append("")
            self.marked.append({})

    def handle_endtag(self, tag):
        assert self.open and self.open[-1][0] == tag, (tag, self.open)
        self.open.pop()

    def handle_data(self, data):
        tag, attributes = self.open[-1] if self.open else ("", {})
        if tag == "style":
            self.style += data
            return
        self.words += data
        if all(name != "pre" for name, _ in self.open) or attributes.get("class") == "heard":
            return
        if "number" in attributes.get("class", ""):
            return
        if not self.passages[-1] and tag == "pre":
            data = data.removeprefix("\n")  # as the standard says
        self.passages[-1] += data
        for name, around in self.open:
            if name == "mark":
                for reference in around["aria-details"].split():
                    number = int(reference.rsplit("v", 1)[1])
                    marked = self.marked[-1]
                    marked[number] = marked.get(number, "") + data

    def all(self, tag):
        return [attributes for name, attributes in self.elements if name == tag]


def page_of(folder, *arguments, exit_code=1, rules=RULES):
    run = Run(folder, "html", *arguments, rules=rules)
    assert run.exit_code == exit_code, (run.exit_code, run.complaint)
    assert run.text.startswith("<!DOCTYPE html>\n")
    return Page(run.text)


def quotes_of(folder, *arguments, rules=RULES):
    return [[violation["quote"] for violation in result["report"]["violations"]]
            for result in Run(folder, "jsonl", *arguments, rules=rules).lines()]


def alone(folder):
    """It runs nothing and loads nothing, and its policy allows its own style only."""
    for name in ("promise.txt", "page.html", "card.json"):
        shutil.copy(HERE / "drafts" / name, folder)
    page = page_of(folder, "promise.txt", "page.html", "card.json")
    digest = base64.b64encode(hashlib.sha256(page.style.encode("utf-8")).digest()).decode()
    (policy,) = [meta["content"] for meta in page.all("meta") if "http-equiv" in meta]
    assert policy == (f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; "
                      "form-action 'none'"), (policy, digest)
    assert not re.search(r"url\(|@import", page.style)
    assert {tag for tag, _ in page.elements} <= {
        "html", "head", "meta", "title", "style", "body", "header", "h1", "p", "nav", "ul", "li",
        "a", "span", "main", "section", "h2", "h3", "pre", "mark", "code", "article", "dl",
        "dt", "dd", "br"}
    assert all(link["href"].startswith("#") for link in page.all("a"))


def linked(folder):
    """Each mark leads to its explanation and back, and to nothing that is not there."""
    shutil.copy(HERE / "drafts" / "promise.txt", folder)
    shutil.copy(HERE / "drafts" / "card.json", folder)
    page = page_of(folder, "promise.txt", "card.json")
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(ids) == len(set(ids)), ids
    for _, attributes in page.elements:
        targets = attributes.get("aria-details", "").split()
        targets += attributes.get("aria-labelledby", "").split()
        targets += [attributes["href"][1:]] if "href" in attributes else []
        assert set(targets) <= set(ids), targets
    for draft, quotes in enumerate(quotes_of(folder, "promise.txt", "card.json"), 1):
        for number in range(1, len(quotes) + 1):
            assert f"d{draft}-m{number}" in ids and f"d{draft}-v{number}" in ids, number
    assert all(link.get("aria-label") for link in page.all("a") if "number" in
               link.get("class", ""))


def true_to_the_draft(folder):
    """The text stands there unchanged, and the words of each violation under its mark."""
    drafts = {
        "lines.txt": "保本\r\n收益\r最高\n\n稳赚不赔",
        "first-line.txt": "\n保本",
        "overlap.txt": "保本保息稳赚不赔，收益\n最高",
        "markup.txt": "<b>保本</b> &amp; </pre><script>alert(1)</script> \"稳赚\" 'x'",
        "none.txt": "",
    }
    rules = folder / "overlapping.yaml"
    rules.write_text(RULES.read_text(encoding="utf-8").replace(
        "phrases: [稳赚不赔, 稳赚]", "phrases: [保息稳赚, 稳赚不赔, 稳赚]"), encoding="utf-8")
    for name, text in drafts.items():
        (folder / name).write_bytes(text.encode("utf-8"))
    page = page_of(folder, *drafts, rules=rules)
    plain = [text.replace("\r\n", "\n").replace("\r", "\n") for text in drafts.values()]
    assert page.passages == plain, page.passages
    for quotes, marked in zip(quotes_of(folder, *drafts, rules=rules), page.marked, strict=True):
        plain = [quote.replace("\r\n", "\n").replace("\r", "\n") for quote in quotes]
        assert [marked[number] for number in sorted(marked)] == plain, (marked, plain)
    assert len(page.marked[2]) == 3, page.marked[2]  # 保本保息 and 保息稳赚 overlap

    (folder / "unseen.txt").write_text("保\u200b本\u202e\x1b[31m\x00", encoding="utf-8")
    page = page_of(folder, "unseen.txt")
    assert page.passages == ["保‹U+200B›本‹U+202E›‹U+001B›[31m‹U+0000›"], page.passages


def missing(folder):
    """A statement that is missing is told of, from an empty draft too."""
    rules = folder / "requires.yaml"
    text = RULES.read_text(encoding="utf-8")
    rules.write_text(text.replace("    phrases: [最后机会, 手慢无]\n",
                                  "    requires: { one_of: [投资有风险] }\n").replace(
                                      "    flags: [最后机会了, 手慢无]\n    passes: [机会多多, 慢慢来]\n",
                                      "    flags: [慢慢来, 很好]\n    passes: [投资有风险, 投资有风险。]\n"),
                     encoding="utf-8")
    (folder / "draft.txt").write_text("没有提示的一句话", encoding="utf-8")
    (folder / "empty.txt").write_text("", encoding="utf-8")
    page = page_of(folder, "--lang", "zh", "draft.txt", "empty.txt", exit_code=0, rules=rules)
    assert page.passages == ["没有提示的一句话", ""], page.passages
    quotes = quotes_of(folder, "draft.txt", "empty.txt", rules=rules)
    assert [list(marked.values()) for marked in page.marked] == [
        [quote for quote in violations if quote] for violations in quotes], page.marked
    assert page.words.count("「投资有风险」") == 2, page.words
    told = [line["message"] for line in
            Run(folder, "rdjsonl", "--lang", "zh", "draft.txt", "empty.txt", rules=rules).lines()]
    assert len(told) == 2 and all("缺少：「投资有风险」" in message for message in told), told
    assert "「」" not in told[1], told


def hostile_names(folder):
    names = ["<script>.txt", "\"onclick='x' x=\".txt", "a&amp;b.txt", "\u202egnp.txt"]
    for name in names:
        (folder / name).write_text("保本", encoding="utf-8")
    page = page_of(folder, *names)
    assert page.words.count(names[0]) == 2 and page.words.count(names[1]) == 2, page.words
    assert page.words.count(names[2]) == 2 and "\u202e" not in page.words


def never_a_pass(folder):
    """A draft that was not reviewed says so, in the list and in its place."""
    for name in ("gbk.txt", "clean.txt"):
        shutil.copy(HERE / "drafts" / name, folder)
    page = page_of(folder, "--lang", "en", "clean.txt", "gbk.txt", "gone.txt", exit_code=2)
    assert page.words.count("NOT REVIEWED: must not be published") == 4
    assert "3 drafts: 1 pass, 0 review, 0 block, 2 not reviewed" in page.words
    assert len(page.passages) == 1


def languages(folder):
    shutil.copy(HERE / "drafts" / "promise.txt", folder)
    for language, tag, word in (("zh", "zh-CN", "禁止发布"), ("en", "en", "must not be published")):
        page = page_of(folder, "--lang", language, "promise.txt")
        assert page.all("html") == [{"lang": tag}] and word in page.words, language
        assert {section["lang"] for section in page.all("section")} == {tag}
    base = Run(folder, "jsonl", "promise.txt").text
    (folder / "base.jsonl").write_text(base, encoding="utf-8")
    page = page_of(folder, "--baseline", "base.jsonl", "--lang", "en", "promise.txt", exit_code=0)
    assert "5 violations of the baseline not shown" in page.words and not page.all("mark")


def luminance(colour):
    """Relative luminance of sRGB, as WCAG 2.2 defines it."""
    def linear(channel):
        value = int(channel, 16) / 255
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(colour[at:at + 2]) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def readable(folder):
    """Text on its ground has the contrast of WCAG 2.2, 1.4.3 (4.5 to 1), light, dark and printed."""
    (folder / "draft.txt").write_text("保本", encoding="utf-8")
    style = page_of(folder, "draft.txt").style
    palettes = [dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", block))
                for block in re.findall(r":root \{(.*?)\}", style, re.S)]
    assert len(palettes) == 3 and all(len(palette) == 12 for palette in palettes), palettes
    for palette in palettes:
        pairs = [("ink", "page"), ("ink", "sheet"), ("faint", "page"), ("faint", "sheet"),
                 ("pass", "page")]
        for severity in ("block", "review", "advise"):
            pairs += [(severity, "page"), ("ink", severity + "-tint")]
        for text, ground in pairs:
            bright, dark = sorted((luminance(palette[text]), luminance(palette[ground])),
                                  reverse=True)
            assert (bright + 0.05) / (dark + 0.05) >= 4.5, (text, ground, palette)


def main():
    Run.binary = os.path.abspath(sys.argv[1])
    for claim in (alone, linked, true_to_the_draft, missing, hostile_names, never_a_pass, languages,
                  readable):
        with tempfile.TemporaryDirectory() as folder:
            claim(pathlib.Path(folder))
        print(f"{claim.__name__}: holds")
    return 0


if __name__ == "__main__":
    sys.exit(main())
