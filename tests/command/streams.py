#!/usr/bin/env python3
"""Streams of drafts: many lines in bounded memory, and an output that cannot be written.

  streams.py PATH/TO/redline

Standard library only.
"""
import json
import os
import pathlib
import subprocess
import sys
import threading

RULES = pathlib.Path(__file__).resolve().parent / "rules.yaml"
LINES = 50_000


def peak_memory(binary, lines):
    """Reviews `lines` drafts; returns (peak memory in KB, results, exit code)."""
    process = subprocess.Popen(
        [binary, "check", "--rules", str(RULES), "--input", "jsonl", "--format", "jsonl", "-"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    text = "这是一句普通的话，" * 200 + "稳赚不赔。"

    def feed():
        for number in range(lines):
            bad = number % 1000 == 999
            draft = {"id": str(number), "passages": [{"format": "FORMAT_PLAIN", "text": text}]}
            line = "{" if bad else json.dumps(draft, ensure_ascii=False)
            process.stdin.write(line.encode() + b"\n")
        process.stdin.close()

    feeder = threading.Thread(target=feed)
    feeder.start()
    results = 0
    for number, line in enumerate(process.stdout):
        result = json.loads(line)
        if number % 1000 == 999:
            assert f"line {number + 1}:" in result["error"]["message"], line
        else:
            assert result["draftId"] == str(number), line
            assert result["report"]["verdict"] == "VERDICT_BLOCK", line
        results += 1
    feeder.join()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_maxrss, results, process.returncode


def main():
    binary = sys.argv[1]
    sanitized = "SAN_OPTIONS" in " ".join(os.environ) or len(sys.argv) > 2
    lines = LINES // 50 if sanitized else LINES
    short, results, exit_code = peak_memory(binary, 100)
    assert (results, exit_code) == (100, 1), (results, exit_code)
    long, results, exit_code = peak_memory(binary, lines)
    assert (results, exit_code) == (lines, 2), (results, exit_code)
    print(f"{lines} drafts: peak {long} KB, 100 drafts: peak {short} KB")
    if not sanitized:
        assert long - short < 16_000, "memory grows with the number of lines"

    # An output that cannot be written is no review.
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [binary, "check", "--rules", str(RULES), str(RULES.parent / "drafts" / "clean.txt")],
            stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2, done
    assert b"could not be written" in done.stderr, done
    return 0


if __name__ == "__main__":
    sys.exit(main())
