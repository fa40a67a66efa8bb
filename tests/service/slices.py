"""Checks with Python's own strings that every position of every report points at its quote.

    slices.py SERVER DRAFTS.json    # a BatchReviewDraftsRequest in JSON
"""

import pathlib
import sys

from google.protobuf import json_format

import redline_client
from redline.v1 import review_service_pb2


def check(draft, found):
    span = found.span
    text = draft.passages[span.passage_index].text
    by_code_point = text[span.code_point.begin : span.code_point.end]
    by_byte = text.encode()[span.utf8.begin : span.utf8.end].decode()
    units = text.encode("utf-16-le")
    by_unit = units[2 * span.utf16.begin : 2 * span.utf16.end].decode("utf-16-le")
    # Lines end at LF, CR LF or CR, and at nothing else.
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    by_line = lines[span.start.line - 1][span.start.column - 1 :]
    first_line = found.quote.replace("\r", "\n").split("\n")[0]
    assert by_code_point == by_byte == by_unit == found.quote, (text, found)
    assert by_line.startswith(first_line), (text, found)


def main():
    server, path = sys.argv[1:]
    batch = review_service_pb2.BatchReviewDraftsRequest()
    json_format.Parse(pathlib.Path(path).read_text(encoding="utf-8"), batch)
    checked = 0
    with redline_client.connect(server) as channel:
        for draft in batch.drafts:
            report = redline_client.review(channel, draft, deadline_seconds=60)
            for found in [*report.violations, *report.dismissals]:
                check(draft, found)
                checked += 1
    print(f"checked {checked}")


main()
