"""Reviews many texts by the `redline` command, as any caller would."""
import json
import subprocess


class Unmeasurable(Exception):
    """Why no figures can be given; the message is for people."""


class Found:
    """A violation: where (bytes of the text), what and by which rule."""

    def __init__(self, violation):
        span = violation.get("span", {}).get("utf8", {})
        self.begin = span.get("begin", 0)  # proto3 JSON leaves zeros out
        self.end = span.get("end", 0)
        self.quote = violation.get("quote", "")
        self.rule = violation["ruleId"]
        self.stops = violation.get("severity") in ("SEVERITY_REVIEW", "SEVERITY_BLOCK")


class Review:
    """What became of one text: `refused` says that its format is not read yet."""

    def __init__(self, record):
        report = record.get("report", {})
        self.refused = "error" in record
        self.flagged = report.get("verdict") in ("VERDICT_REVIEW", "VERDICT_BLOCK")
        self.found = [Found(violation) for violation in report.get("violations", [])]
        self.rules = sorted({found.rule for found in self.found})


MAX_LINES = 10  # of what the command says when it cannot review
FORMATS = {"plain": "FORMAT_PLAIN", "html": "FORMAT_HTML", "markdown": "FORMAT_MARKDOWN"}


def draft(identifier, text, form="plain", **context):
    """A draft of one passage; `context` may state channel, product and locale."""
    stated = {key: value for key, value in context.items() if value}
    return {"id": identifier, **stated,
            "passages": [{"name": "body", "format": FORMATS.get(form, 0), "text": text}]}


class Reviewer:
    def __init__(self, program):
        self.program = str(program)

    def reviews(self, drafts, rules=None, day=None):
        """Returns ({id: Review}, name of the ruleset), judged as of `day` (YYYY-MM-DD), else of
        today. A plain text that is not reviewed is an error: no figure may rest on a part of the
        corpus."""
        command = [self.program, "check", "--input", "jsonl", "--format", "jsonl", "-"]
        if rules:
            command += ["--rules", str(rules)]
        if day:
            command += ["--as-of", day]
        lines = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in drafts)
        run = subprocess.run(command, input=lines.encode(), stdout=subprocess.PIPE,
                             stderr=subprocess.PIPE, check=False)
        records = [json.loads(line) for line in run.stdout.decode().splitlines()]
        if run.returncode not in (0, 1, 2) or len(records) != len(drafts):
            said = run.stderr.decode(errors="replace").splitlines()
            raise Unmeasurable("\n".join([f"{len(records)} results for {len(drafts)} texts:",
                                          *said[:MAX_LINES], *["…"][:len(said) - MAX_LINES]]))
        answers = {}
        ruleset = None
        for sent, record in zip(drafts, records):
            if record.get("draftId") != sent["id"]:
                raise Unmeasurable(f"{sent['id']}: the result of another text came back")
            error = record.get("error")
            if error and sent["passages"][0]["format"] == FORMATS["plain"]:
                raise Unmeasurable(f"{sent['id']}: not reviewed: {error.get('message')}")
            if not error:
                if record["report"].get("verdict") is None:
                    raise Unmeasurable(f"{sent['id']}: a report without a verdict")
                ruleset = record["report"].get("ruleset", {})
            answers[sent["id"]] = Review(record)
        if len(answers) != len(drafts):
            raise Unmeasurable("two items have the same id")
        ruleset = ruleset or {}
        digest = ruleset.get("digest", "")[:len("sha256:") + 12]
        return answers, f"{ruleset.get('name', '?')} {digest}".strip()
