#!/usr/bin/env python3
"""Keeps the arrows between the rooms (docs/design.md) by reading #include and import lines.

  tests/layering.py             checks this tree; prints file:line: what is wrong; exit 1 if anything
  tests/layering.py --planted   plants one violation of each arrow into a copy and wants each caught

Standard library only.
"""
import pathlib
import re
import shutil
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
ROOMS = ("engine", "rules", "proto", "service", "examples")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
IMPORT = re.compile(r'^\s*import\s+(?:public\s+)?"([^"]+)"')

ENGINE_PUBLIC = {
    f"engine/{name}.h"
    for name in ("alias_forms", "decimal", "disguise", "draft", "explanation", "measure", "report",
                 "result", "review", "rule", "ruleset", "span", "version",
                 "waiver")
}
# Private headers of the engine that another room may use, each with its reason.
ENGINE_LENT = {
    "engine/digest.h",  # a fingerprint of a violation is a digest
    "engine/text/boundary.h",  # where a word may be cut is decided in one place
    "engine/text/charset.h",  # so is what bytes stand for
    "engine/text/fold.h",  # how a phrase is read
    "engine/text/quantities.h",  # a bound is read as the numbers of drafts are
    "engine/text/utf8.h",  # and what is UTF-8
}
# Values of the engine that its ground floor, text/, may name.
ENGINE_VALUES = {"engine/decimal.h", "engine/disguise.h", "engine/draft.h", "engine/measure.h",
                 "engine/result.h", "engine/span.h"}


def is_wire_type(target):
    return target.startswith("redline/v1/") or target.startswith("google/rpc/")


def judge(path, target):
    """Says why `path` must not include `target`, or nothing."""
    room = path.split("/")[0]

    # Foreign libraries, each behind one door.
    if target in ("hs.h", "hs/hs.h", "hs_compile.h", "hs_runtime.h"):
        if path != "engine/scanner.cc":
            return "Hyperscan is used in engine/scanner.cc only"
    if target.startswith("unicode/"):
        if not path.startswith("engine/text/") and path != "service/report/screen.cc":
            return "ICU is used in engine/text/ and service/report/screen.cc only"
    if target.startswith("yaml-cpp/") and room != "rules":
        return "yaml-cpp is used in rules/ only"
    if target.startswith("openssl/") and room != "engine":
        return "libcrypto is used in engine/ only"
    if target.startswith(("google/protobuf/", "grpcpp/", "grpc/")) or is_wire_type(target):
        if room not in ("service", "examples"):
            return "protobuf and gRPC are used in service/ and examples/ only"
    if target.startswith("CLI/") and not (
            path.startswith(("service/command/", "examples/")) or path == "service/main.cc"):
        return "the command line is read in service/command/ and service/main.cc only"
    if target.startswith("re2/") and path != "engine/expressions.cc":
        return "RE2 is used in engine/expressions.cc only"
    if target.startswith("nlohmann/") and not path.startswith("service/report/"):
        return "nlohmann-json is used in service/report/ only"
    if target == "md4c.h" and path != "engine/text/markdown.cc":
        return "md4c is used in engine/text/markdown.cc only"

    # Our own rooms.
    owner = target.split("/")[0] if "/" in target else ""
    if room == "engine" and owner in ("rules", "service", "examples"):
        return "engine includes none of our other rooms"
    if path.startswith("engine/text/") and owner == "engine":
        if not target.startswith("engine/text/") and target not in ENGINE_VALUES:
            return "engine/text/ is the ground floor: it includes only itself and values"
    if room == "rules" and owner in ("service", "examples"):
        return "rules includes engine only"
    if room == "service" and owner == "examples":
        return "nobody includes examples"
    if room == "examples" and owner in ("service", "rules", "engine"):
        if path.startswith("examples/clients/"):
            return "a client knows the wire contract only"
    if room in ("rules", "service") and owner == "engine":
        if target not in ENGINE_PUBLIC | ENGINE_LENT:
            return "this header of the engine is private"
    return None


def lines_of(root):
    """Yields (file, line number, what it includes) for every source of every room."""
    for room in ROOMS:
        for file in sorted((root / room).rglob("*")):
            if file.suffix not in (".h", ".cc", ".proto") or "node_modules" in file.parts:
                continue
            path = file.relative_to(root).as_posix()
            for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
                if file.suffix == ".proto":
                    match = IMPORT.match(line)
                    if match:
                        yield path, number, match.group(1)
                else:
                    match = INCLUDE.match(line)
                    if match:
                        yield path, number, match.group(2)


def circles(edges):
    """Names one circle of includes, if there is any."""
    state = {}

    def visit(node, trail):
        state[node] = "open"
        for following in sorted(edges.get(node, ())):
            if state.get(following) == "open":
                return trail[trail.index(following):] + [following]
            if following not in state:
                found = visit(following, trail + [following])
                if found:
                    return found
        state[node] = "done"
        return None

    for start in sorted(edges):
        if start not in state:
            found = visit(start, [start])
            if found:
                return found
    return None


def check(root):
    """Returns every violation of an arrow, as lines to print."""
    wrong = []
    edges = {}
    for path, number, target in lines_of(root):
        if path.endswith(".proto"):
            if not is_wire_type(target) and not target.startswith("google/protobuf/"):
                wrong.append(f"{path}:{number}: proto imports only itself and google's types")
            continue
        reason = judge(path, target)
        if reason:
            wrong.append(f"{path}:{number}: includes {target}: {reason}")
        if (root / target).is_file():
            edges.setdefault(path, set()).add(target)
    circle = circles(edges)
    if circle:
        wrong.append(f"{circle[0]}:1: a circle of includes: {' -> '.join(circle)}")
    wrong += translators(root)
    return wrong


def translators(root):
    """Only service/wire*.cc may look inside engine types and wire types both."""
    wrong = []
    includes = {}
    for path, number, target in lines_of(root):
        includes.setdefault(path, []).append((number, target))
    for path, targets in includes.items():
        if not path.startswith("service/") or path.startswith("service/wire"):
            continue
        wire = [number for number, target in targets
                if is_wire_type(target) and not target.endswith(".grpc.pb.h")]
        engine = [target for _, target in targets
                  if target in ("engine/report.h", "engine/rule.h", "engine/span.h")]
        if wire and engine:
            wrong.append(f"{path}:{wire[0]}: includes wire types and {engine[0]}: engine and wire "
                         "types meet in service/wire.h only")
    return wrong


# One violation of each arrow: file, line to add, words of the complaint.
PLANTED = [
    ("engine/review.h", '#include "rules/rule_list.h"', "none of our other rooms"),
    ("engine/draft.h", "#include <yaml-cpp/yaml.h>", "yaml-cpp"),
    ("engine/report.h", '#include "redline/v1/report.pb.h"', "protobuf"),
    ("engine/ruleset.h", "#include <hs.h>", "Hyperscan"),
    ("engine/rule.h", "#include <unicode/uchar.h>", "ICU"),
    ("engine/expressions.h", "#include <re2/re2.h>", "RE2"),
    ("engine/text/visible_text.h", "#include <md4c.h>", "md4c"),
    ("engine/text/fold.h", '#include "engine/ruleset.h"', "ground floor"),
    ("rules/rule_list.h", '#include "service/wire.h"', "rules includes engine only"),
    ("rules/rule_list.h", '#include "engine/scanner.h"', "private"),
    ("service/wire.h", "#include <hs/hs.h>", "Hyperscan"),
    ("service/wire.h", "#include <openssl/evp.h>", "libcrypto"),
    ("service/report/text.h", "#include <unicode/brkiter.h>", "ICU"),
    ("service/report/text.h", '#include "engine/report.h"', "meet in service/wire.h"),
    ("service/command/output.h", "#include <nlohmann/json.hpp>", "nlohmann-json"),
    ("service/report/text.h", "#include <CLI/CLI.hpp>", "command line"),
    ("service/command/lists.h", "#include <yaml-cpp/yaml.h>", "yaml-cpp"),
    ("engine/span.h", '#include "engine/report.h"', "circle"),
    ("proto/redline/v1/draft.proto", 'import "acme/types.proto";', "proto imports"),
]


def planted():
    """Plants each violation into a copy; returns what was not caught."""
    missed = []
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder)
        for room in ROOMS:
            shutil.copytree(ROOT / room, copy / room,
                            ignore=shutil.ignore_patterns("node_modules", "*.yaml"))
        before = set(check(copy))
        for path, line, words in PLANTED:
            file = copy / path
            text = file.read_text(encoding="utf-8")
            file.write_text(text + line + "\n", encoding="utf-8")
            fresh = set(check(copy)) - before
            if not any(words in complaint for complaint in fresh):
                missed.append(f"{path}: `{line}` was not caught")
            file.write_text(text, encoding="utf-8")
    return missed


def main():
    if sys.argv[1:] == ["--planted"]:
        wrong = planted()
        done = f"all {len(PLANTED)} planted violations were caught"
    else:
        wrong = check(ROOT)
        done = "the arrows between the rooms are kept"
    for line in wrong:
        print(line)
    if not wrong:
        print(done)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
