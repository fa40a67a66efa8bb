"""Makes lists from the phrases of an evasion corpus: one rule for each phrase.

The rules are what an author gets who writes a phrase and nothing else, in a file that uses the
contexts of the shipped lists (negation, warning …) as the shipped files do.
"""
import json
import pathlib
import shutil

from reviews import Unmeasurable


PACKS = pathlib.Path(__file__).parents[2] / "rules" / "packs"
CONTEXTS = ("cn-core/contexts.yaml", "en-us/contexts.yaml")
DEFAULTS = ("{ negated: pass, negated-near: pass, negated-adjacent: pass, warned: pass, "
            "prohibited: pass, negated-en: pass, warned-en: pass, prohibited-en: pass }")


def rule_of(index):
    return f"evasion.phrase-{index:03}"


def quoted(text):
    return json.dumps(text, ensure_ascii=False)


def single(text):
    return "'" + text.replace("'", "''") + "'"


def read_phrases(path):
    """Returns {phrase: its exceptions, as regular expressions}."""
    try:
        written = json.loads(path.read_text(encoding="utf-8"))["phrases"]
        return {one["phrase"]: one.get("contained_word_exceptions", []) for one in written}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Unmeasurable(f"{path}: no phrases: {error}")


def write_list(phrases, folder):
    """Writes the lists into `folder` and returns {phrase: rule id}."""
    rules = {}
    lines = [
        "pack: evasion",
        "version: 2026-01-01",
        "laws:",
        "  - id: none",
        "    name: phrases of an evasion corpus",
        "    checked: unverified",
        "defaults:",
        f"  context: {DEFAULTS}",
        "rules:",
    ]
    for index, (phrase, exceptions) in enumerate(phrases.items()):
        rules[phrase] = rule_of(index)
        lines += [
            f"  - id: {rule_of(index)}",
            f"    title: {{ zh: {quoted(phrase)}, en: {quoted(phrase)} }}",
            "    category: evasion",
            "    severity: block",
            f"    phrases: [{quoted(phrase)}]",
            "    aliases: { generate: [pinyin, homophones, initials, split] }",
        ]
        if exceptions:
            lines.append(f"    unless_patterns: [{', '.join(single(e) for e in exceptions)}]")
        lines += [
            f"    message: {{ zh: {quoted(phrase)}, en: {quoted(phrase)} }}",
            "    basis:",
            "      - { law: none, article: none, checked: unverified }",
            f"    flags: [{quoted(phrase)}, {quoted(phrase + '!')}]",
            "    passes: [A, B]",
        ]
    path = pathlib.Path(folder) / "evasion" / "phrases.yaml"
    path.parent.mkdir()
    path.write_text("\n".join(lines) + "\n...\n", encoding="utf-8")
    for name in CONTEXTS:
        contexts = pathlib.Path(folder) / name
        contexts.parent.mkdir()
        shutil.copy(PACKS / name, contexts)
    return rules
