"""Makes a rule list from the phrases of an evasion corpus: one rule for each phrase."""
import json
import pathlib

from reviews import Unmeasurable


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
    """Writes the list below `folder` and returns ({phrase: rule id}, path of the list)."""
    rules = {}
    lines = [
        "pack: evasion",
        "version: 2026-01-01",
        "laws:",
        "  - id: none",
        "    name: phrases of an evasion corpus",
        "    checked: unverified",
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
    return rules, path
