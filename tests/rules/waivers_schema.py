#!/usr/bin/env python3
"""Holds rules/waivers.schema.json against the files that the reader of waivers is tested with.

The schema takes every good file. It refuses every bad one, except those that say in their first line
that only the reader can know. Needs python3-yaml and python3-jsonschema.
"""
import json
import pathlib
import sys

import jsonschema
import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
FILES = ROOT / "tests" / "rules" / "waivers"
ONLY_THE_READER = "# only the reader can know\n"


class Plain(yaml.SafeLoader):
    """Days stay text, as the reader and editors take them."""


Plain.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()}


def main():
    schema = json.loads((ROOT / "rules" / "waivers.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.Draft7Validator(schema)
    wrong = []
    for path in sorted(FILES.glob("*/*.yaml")):
        text = path.read_text(encoding="utf-8")
        taken = validator.is_valid(yaml.load(text, Loader=Plain))
        want = path.parent.name == "good" or text.startswith(ONLY_THE_READER)
        if taken != want:
            wrong.append(f"{path.relative_to(ROOT)}: the schema {'takes' if taken else 'refuses'} it")
    print("\n".join(wrong) or "the schema and the reader agree")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
