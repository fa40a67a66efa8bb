#!/usr/bin/env python3
"""The formats of other tools, read as those tools read them.

  formats.py PATH/TO/redline

Each format is parsed by a real parser, and its places are cut out of the file by the units that its
specification names: what comes out must be the words of the report. SARIF is held against its schema
(sarif/setup installs it). Standard library only.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.parse
import xml.etree.ElementTree as xml

HERE = pathlib.Path(__file__).resolve().parent
RULES = HERE / "rules.yaml"
FORMATS = ("sarif", "rdjsonl", "github", "gitlab", "checkstyle", "junit")
MARK = "\ufeff"
COMMAND = re.compile(r"::(error|warning|notice) ([^\n]*?)::([^\n]*)")


class Run:
    """One run of `redline check` in a folder."""

    binary = ""

    def __init__(self, folder, output_format, *arguments, rules=RULES):
        words = [self.binary, "check", "--rules", rules, "--as-of", "2026-11-24", "--format",
                 output_format, *arguments]
        done = subprocess.run(words, cwd=folder, capture_output=True, check=False,
                              stdin=subprocess.DEVNULL)
        self.exit_code = done.returncode
        self.text = done.stdout.decode("utf-8")
        self.complaint = done.stderr.decode("utf-8", "replace")

    def json(self):
        return json.loads(self.text)

    def lines(self):
        return [json.loads(line) for line in self.text.splitlines()]

    def xml(self):
        return xml.fromstring(self.text)

    def commands(self):
        """[(kind, {property: value}, message)] as GitHub reads the log."""
        found = []
        *commands, last = self.text.splitlines()
        assert last.startswith("redline: "), last
        for line in commands:
            kind, properties, message = COMMAND.fullmatch(line).groups()
            pairs = [pair.split("=", 1) for pair in properties.split(",")]
            found.append((kind, {name: unescape(value) for name, value in pairs},
                          unescape(message)))
        return found


def unescape(text):
    for code, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, character)
    return text


def sarif(run):
    """The only run of a log that its schema accepts."""
    checked = subprocess.run(["node", HERE / "sarif" / "validate.js"], input=run.text.encode(),
                             capture_output=True, check=False)
    assert checked.returncode == 0, checked.stdout.decode() + checked.stderr.decode()
    log = run.json()
    assert log["version"] == "2.1.0" and len(log["runs"]) == 1, log
    return log["runs"][0]


def cut(lines, begin, end):
    """The text between two (line, column) places, from 1, end exclusive."""
    if begin[0] == end[0]:
        return lines[begin[0] - 1][begin[1] - 1:end[1] - 1]
    between = lines[begin[0]:end[0] - 1]
    return b"".join([lines[begin[0] - 1][begin[1] - 1:], *between, lines[end[0] - 1][:end[1] - 1]])


def bytes_of(text):
    return text.encode("utf-8").splitlines(keepends=True)


def utf16_of(text):
    """Lines of UTF-16, as strings of two bytes each would be cut."""
    return [line.encode("utf-16-le") for line in text.splitlines(keepends=True)]


def places(folder):
    """Every unit, behind a byte order mark, emoji, Han, CR LF, and over a line end."""
    text = (HERE / "drafts" / "units.txt").read_bytes().decode("utf-8")
    assert text.startswith(MARK) and "\r\n" in text and "👨‍👩‍👧" in text
    (folder / "units.txt").write_bytes(text.encode("utf-8"))
    (folder / "units-gbk.txt").write_bytes("甲乙 保本。\n丙 稳赚不赔".encode("gbk"))
    (report,) = Run(folder, "jsonl", "units.txt").lines()
    quotes = [violation["quote"] for violation in report["report"]["violations"]]
    assert len(quotes) == 4 and any("\r\n" in quote for quote in quotes), quotes
    shown = text.removeprefix(MARK)

    cuts = []
    for line in Run(folder, "rdjsonl", "units.txt").lines():
        begin, end = line["location"]["range"]["start"], line["location"]["range"]["end"]
        cuts.append(cut(bytes_of(text), (begin["line"], begin["column"]),
                        (end["line"], end["column"])).decode("utf-8"))
    assert cuts == quotes, (cuts, quotes)

    wide = shown.encode("utf-16-le")
    log = sarif(Run(folder, "sarif", "units.txt"))
    assert log["columnKind"] == "utf16CodeUnits"
    regions = [result["locations"][0]["physicalLocation"]["region"] for result in log["results"]]
    for quote, region in zip(quotes, regions, strict=True):
        assert region["snippet"]["text"] == quote
        begin, end = region["byteOffset"], region["byteOffset"] + region["byteLength"]
        assert text.encode("utf-8")[begin:end].decode("utf-8") == quote, region
        begin, end = region["charOffset"], region["charOffset"] + region["charLength"]
        assert wide[2 * begin:2 * end].decode("utf-16-le") == quote, region
        begin = (region["startLine"], 2 * region["startColumn"] - 1)
        end = (region["endLine"], 2 * region["endColumn"] - 1)
        assert cut(utf16_of(shown), begin, end).decode("utf-16-le") == quote, region

    columns = {properties["title"]: properties
               for _, properties, _ in Run(folder, "github", "units.txt").commands()}
    for result, region in zip(log["results"], regions, strict=True):
        properties = columns[result["ruleId"]]
        assert properties["line"] == str(region["startLine"]), properties
        assert properties["endLine"] == str(region["endLine"]), properties
        if region["startLine"] == region["endLine"]:
            assert properties["col"] == str(region["startColumn"]), properties
            assert properties["endColumn"] == str(region["endColumn"]), properties
        else:
            assert "col" not in properties and "endColumn" not in properties, properties

    errors = Run(folder, "checkstyle", "units.txt").xml().findall("file/error")
    for quote, error in zip(quotes, errors, strict=True):
        line = shown.splitlines()[int(error.get("line")) - 1]
        first = quote.splitlines()[0]
        assert line[int(error.get("column")) - 1:].startswith(first), (line, error.attrib)
    begins = [entry["location"]["lines"]["begin"]
              for entry in Run(folder, "gitlab", "units.txt").json()]
    assert begins == [region["startLine"] for region in regions], begins

    log = sarif(Run(folder, "sarif", "--charset", "gbk", "units-gbk.txt"))
    sent = (folder / "units-gbk.txt").read_bytes()
    for result in log["results"]:
        region = result["locations"][0]["physicalLocation"]["region"]
        begin, end = region["byteOffset"], region["byteOffset"] + region["byteLength"]
        assert sent[begin:end].decode("gbk") == region["snippet"]["text"], region
    assert len(log["results"]) == 2, log["results"]


def hostile(folder):
    """Names and texts that try to break out of every format."""
    names = ["春 季#1?.txt", "a,b:c%0A=d.txt", "<&\"'>.txt", "]]>-->.txt", "line\nfeed\rreturn.txt",
             "::error::.txt", "\u202egnp.txt"]
    text = ("保本\n::error file=x::y\n]]></failure><script>alert(1)</script>&amp;\"'\n"
            "\x1b[31m稳赚不赔\x07\x00\ufffe\n%0A##[error]收益最高<b>")
    for name in names:
        (folder / name).write_text(text, encoding="utf-8")
    known = 3 * len(names)  # violations
    runs = {name: Run(folder, name, *names) for name in FORMATS}
    for name, run in runs.items():
        assert run.exit_code == 1, (name, run.exit_code, run.complaint)

    assert [name for _, name in sorted(
        {(result["locations"][0]["physicalLocation"]["artifactLocation"]["index"],
          urllib.parse.unquote(
              result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]))
         for result in sarif(runs["sarif"])["results"]})] == names
    for artifact in runs["sarif"].json()["runs"][0]["artifacts"]:
        assert re.fullmatch(r"[A-Za-z0-9._~/%-]+", artifact["location"]["uri"]), artifact
    paths = [line["location"]["path"] for line in runs["rdjsonl"].lines()]
    assert len(paths) == known and set(paths) == set(names), paths
    commands = runs["github"].commands()
    assert len(commands) == known and {command[1]["file"] for command in commands} == set(names)
    assert {entry["location"]["path"] for entry in runs["gitlab"].json()} == set(names)
    tree = runs["checkstyle"].xml()
    assert len(tree.findall("file")) == len(names) and len(tree.findall("file/error")) == known
    assert tree.find("file[3]").get("name") == names[2]
    suites = runs["junit"].xml()
    assert suites.find("testsuite[3]").get("name") == names[2]
    assert not suites.findall(".//script")
    assert "<script>alert(1)</script>" in suites.find(".//failure").text
    for name in ("checkstyle", "junit"):
        assert not re.search(r"[\x00-\x08\x0b-\x1f\u202e\ufffe]", runs[name].text), name
    for run in runs.values():
        assert "\x1b" not in run.text and "\u202e" not in run.text.replace(names[-1], "")


def not_reviewed(folder):
    """A draft that was not reviewed is an error beside a draft that passed, and the exit code is 2."""
    shutil.copy(HERE / "drafts" / "gbk.txt", folder)
    shutil.copy(HERE / "drafts" / "clean.txt", folder)
    files = ["clean.txt", "gbk.txt", "missing.txt"]
    runs = {name: Run(folder, name, *files) for name in FORMATS}
    for name, run in runs.items():
        assert run.exit_code == 2, (name, run.exit_code)
    (invocation,) = sarif(runs["sarif"])["invocations"]
    assert invocation["executionSuccessful"] is False
    told = [note["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
            for note in invocation["toolExecutionNotifications"] if note["level"] == "error"]
    assert told == files[1:], told
    assert [(line["location"]["path"], line["severity"], line["code"]["value"])
            for line in runs["rdjsonl"].lines()] == [(file, "ERROR", "not-reviewed")
                                                     for file in files[1:]]
    assert [(kind, properties["file"]) for kind, properties, _ in runs["github"].commands()] == [
        ("error", file) for file in files[1:]]
    assert [(entry["location"]["path"], entry["severity"], entry["check_name"])
            for entry in runs["gitlab"].json()] == [(file, "blocker", "not-reviewed")
                                                    for file in files[1:]]
    assert [(file.get("name"), [error.get("source") for error in file])
            for file in runs["checkstyle"].xml()] == [
                ("clean.txt", []), *((file, ["redline.not-reviewed"]) for file in files[1:])]
    assert [(suite.get("name"), suite.get("errors"), len(suite.findall("testcase/error")))
            for suite in runs["junit"].xml()] == [
                ("clean.txt", "0", 0), *((file, "1", 1) for file in files[1:])]
    clean = Run(folder, "sarif", "clean.txt")
    assert sarif(clean)["invocations"][0]["executionSuccessful"] is True and clean.exit_code == 0


def order(folder):
    """GitHub shows ten of a kind: what blocks comes first, wherever it stands."""
    for number in range(12):
        (folder / f"{number}.txt").write_text("收益最高，手慢无，" + ("保本" if number > 8 else ""),
                                              encoding="utf-8")
    run = Run(folder, "github", *(f"{number}.txt" for number in range(12)))
    kinds = [kind for kind, _, _ in run.commands()]
    assert kinds == ["error"] * 3 + ["warning"] * 12 + ["notice"] * 12, kinds
    assert "GitHub shows only 10" in run.text.splitlines()[-1]


def fingerprints(folder):
    """All differ, and they stay when lines move."""
    draft = folder / "draft.txt"
    draft.write_text("保本，保本。\n稳赚", encoding="utf-8")
    before = [entry["fingerprint"] for entry in Run(folder, "gitlab", "draft.txt").json()]
    draft.write_text("新的一行\n\n保本。\n多写一句，保本。稳赚", encoding="utf-8")
    after = [entry["fingerprint"] for entry in Run(folder, "gitlab", "draft.txt").json()]
    assert len(set(before)) == 3 and before == after, (before, after)
    results = sarif(Run(folder, "sarif", "draft.txt"))["results"]
    assert [result["partialFingerprints"]["redline/v1"] for result in results] == after


def failures(folder):
    """JUnit fails where the exit code does."""
    (folder / "mixed.txt").write_text("保本，收益最高，手慢无", encoding="utf-8")
    for fail_on, failed, exit_code in (("block", 1, 1), ("review", 2, 1), ("advise", 3, 1),
                                       ("never", 0, 0)):
        run = Run(folder, "junit", "--fail-on", fail_on, "mixed.txt")
        (suite,) = run.xml()
        assert run.exit_code == exit_code, fail_on
        assert (suite.get("tests"), suite.get("failures")) == ("3", str(failed)), suite.attrib
        assert len(suite.findall("testcase/failure")) == failed, fail_on


def baseline(folder):
    """Only what is new is shown and counted; whatever is no baseline hides nothing."""
    draft = folder / "known.txt"
    draft.write_text("保本。\n收益最高，稳赚", encoding="utf-8")
    (folder / "base.jsonl").write_text(Run(folder, "jsonl", "known.txt").text, encoding="utf-8")
    known = ("--baseline", "base.jsonl", "known.txt")

    def shown(run):
        return [(line["code"]["value"], line["location"]["range"]["start"]["line"])
                for line in run.lines()]

    draft.write_text("新的一行\n\n收益最高，稳赚\n保本。", encoding="utf-8")
    run = Run(folder, "rdjsonl", *known)
    assert (run.exit_code, shown(run)) == (0, []), run.text
    assert "3 violations of the baseline" in run.complaint, run.complaint
    assert sarif(Run(folder, "sarif", *known))["properties"]["hiddenByBaseline"] == 3
    text = Run(folder, "text", "--lang", "en", *known).text
    assert "3 violations of the baseline not shown" in text and "BLOCK" in text, text

    draft.write_text("收益最高，稳赚\n保本，保本。", encoding="utf-8")  # one more of the same
    run = Run(folder, "rdjsonl", *known)
    assert (run.exit_code, shown(run)) == (1, [("test.guaranteed-principal", 2)]), run.text
    draft.write_text("收益最高，稳赚不赔", encoding="utf-8")  # other words
    run = Run(folder, "rdjsonl", *known)
    assert (run.exit_code, shown(run)) == (1, [("test.sure-win", 1)]), run.text
    shutil.copy(draft, folder / "other.txt")
    draft.write_text("保本", encoding="utf-8")
    shutil.copy(draft, folder / "other.txt")
    assert Run(folder, "rdjsonl", "--baseline", "base.jsonl", "other.txt").exit_code == 1

    # What became worse is new.
    worse = folder / "worse.yaml"
    worse.write_text(RULES.read_text(encoding="utf-8").replace("severity: review",
                                                               "severity: block"), encoding="utf-8")
    draft.write_text("收益最高", encoding="utf-8")
    assert Run(folder, "rdjsonl", *known).exit_code == 0
    assert Run(folder, "rdjsonl", *known, rules=worse).exit_code == 1

    # A draft that cannot be reviewed is not reviewed, whatever the baseline says.
    shutil.copy(HERE / "drafts" / "gbk.txt", draft)
    assert Run(folder, "rdjsonl", *known).exit_code == 2
    draft.write_text("保本", encoding="utf-8")
    for content in ("", "\n", "{}\n", "{\"draftId\":\"known.txt\"}\n", "not JSON\n"):
        (folder / "broken.jsonl").write_text(content, encoding="utf-8")
        run = Run(folder, "rdjsonl", "--baseline", "broken.jsonl", "known.txt")
        assert run.exit_code == 2 and "broken.jsonl" in run.complaint, (content, run.complaint)
    assert Run(folder, "rdjsonl", "--baseline", "missing.jsonl", "known.txt").exit_code == 2
    for whole in ("json", "jsonl"):
        run = Run(folder, whole, *known)
        assert run.exit_code == 2 and run.text == "", run.text


def trial(folder):
    """What a rule on trial finds is a note to code scanning, and nothing to whatever counts or fails."""
    shutil.copy(HERE / "drafts" / "trial.txt", folder / "trial.txt")
    rules = HERE / "life" / "new.yaml"
    runs = {name: Run(folder, name, "--fail-on", "advise", "trial.txt", rules=rules)
            for name in (*FORMATS, "jsonl", "html")}
    assert {name: run.exit_code for name, run in runs.items()} == dict.fromkeys(runs, 0)
    (report,) = runs["jsonl"].lines()
    found = [violation["quote"] for violation in report["report"]["shadowed"]]
    assert found == ["躺赚", "躺赢", "躺赚"] and report["report"]["violations"] == [], report
    results = sarif(runs["sarif"])["results"]
    assert [result["properties"]["quote"] for result in results] == found
    assert {(result["level"], result["properties"]["shadow"]) for result in results} == {
        ("note", True)}
    assert runs["rdjsonl"].lines() == [] and runs["gitlab"].json() == []
    assert runs["github"].commands() == [] and runs["checkstyle"].xml().findall("file/error") == []
    (suite,) = runs["junit"].xml()
    assert (suite.get("tests"), suite.get("failures")) == ("1", "0"), suite.attrib
    assert "试运行" in runs["html"].text and "<mark" not in runs["html"].text
    # A baseline of such a report knows nothing.
    (folder / "base.jsonl").write_text(runs["jsonl"].text, encoding="utf-8")
    active = folder / "active.yaml"
    active.write_text(rules.read_text(encoding="utf-8").replace("status: shadow", "status: active"),
                      encoding="utf-8")
    run = Run(folder, "rdjsonl", "--baseline", "base.jsonl", "trial.txt", rules=active)
    assert run.exit_code == 1 and len(run.lines()) == 3, run.text


def waived(folder):
    """What a waiver lets pass is a suppressed result, and nothing to whatever counts or fails."""
    shutil.copy(HERE / "drafts" / "waived.txt", folder / "waived.txt")
    with_waivers = ("--fail-on", "advise", "--waivers", HERE / "waivers" / "waivers.yaml", "waived.txt")
    runs = {name: Run(folder, name, *with_waivers) for name in (*FORMATS, "jsonl", "html")}
    assert {name: run.exit_code for name, run in runs.items()} == dict.fromkeys(runs, 0)
    for run in runs.values():
        assert "1 violation is waived" in run.complaint, run.complaint
    (report,) = runs["jsonl"].lines()
    (entry,) = report["report"]["waived"]
    assert entry["waiver"]["id"] == "w-1" and report["report"]["violations"] == [], report
    (result,) = sarif(runs["sarif"])["results"]
    (suppression,) = result["suppressions"]
    assert (suppression["kind"], suppression["status"]) == ("external", "accepted"), suppression
    assert suppression["justification"] == entry["waiver"]["reason"]
    assert runs["rdjsonl"].lines() == [] and runs["gitlab"].json() == []
    assert runs["github"].commands() == [] and runs["checkstyle"].xml().findall("file/error") == []
    (suite,) = runs["junit"].xml()
    assert (suite.get("tests"), suite.get("failures")) == ("1", "0"), suite.attrib
    assert "已豁免" in runs["html"].text and "<mark" not in runs["html"].text
    assert Run(folder, "rdjsonl", "waived.txt").exit_code == 1


def main():
    Run.binary = os.path.abspath(sys.argv[1])
    for claim in (places, hostile, not_reviewed, order, fingerprints, failures, baseline, trial, waived):
        with tempfile.TemporaryDirectory() as folder:
            claim(pathlib.Path(folder))
        print(f"{claim.__name__}: holds")
    return 0


if __name__ == "__main__":
    sys.exit(main())
