"""Tables of figures in plain text."""
import unicodedata


def width(text):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def table(head, rows):
    """The first column to the left, the others to the right."""
    cells = [head] + [[str(cell) for cell in row] for row in rows]
    widths = [max(width(row[i]) for row in cells) for i in range(len(head))]
    lines = []
    for row in cells:
        padded = [row[0] + " " * (widths[0] - width(row[0]))]
        padded += [" " * (widths[i] - width(row[i])) + row[i] for i in range(1, len(row))]
        lines.append("  ".join(padded).rstrip())
    return "\n".join(lines) + "\n"


class Share:
    """So many of so many."""

    def __init__(self, part, whole):
        self.part = part
        self.whole = whole

    def __str__(self):
        if not self.whole:
            return "-"
        return f"{self.part}/{self.whole} {100 * self.part / self.whole:5.1f} %"

    def figures(self):
        share = round(self.part / self.whole, 4) if self.whole else None
        return {"part": self.part, "whole": self.whole, "share": share}
