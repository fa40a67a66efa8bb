"""Figures of a corpus of disguises and traps, by tier and technique."""
import tempfile

from phrase_list import read_phrases, write_list
from reviews import Unmeasurable, draft
from table import Share, table

FIELDS = {"id", "technique", "tier", "format", "evaded", "must_match"}


class Item:
    """`rule` is that of the phrase in question; None: any rule counts."""

    def __init__(self, item, review, rule):
        self.id = item["id"]
        self.text = item["evaded"]
        self.technique = item["technique"]
        self.tier = item["tier"]
        self.format = item["format"]
        self.trap = item["must_match"] is None
        self.unread = review.refused
        relevant = [found for found in review.found if rule is None or found.rule == rule]
        self.rules = sorted({found.rule for found in relevant})
        self.span = item.get("span")
        if self.trap or rule is not None:
            self.found = bool(relevant)
            self.exact = any(found.quote == self.span for found in relevant)
        else:  # by another list: what stands at the disguise counts
            begin = len(item["evaded"][:item["evaded"].find(self.span)].encode())
            end = begin + len(self.span.encode())
            self.found = any(f.begin < end and begin < f.end for f in relevant)
            self.exact = any((f.begin, f.end) == (begin, end) for f in relevant)
        self.quotes = [found.quote for found in relevant]


def group_figures(items):
    read = [item for item in items if not item.unread]
    disguises = [item for item in read if not item.trap]
    traps = [item for item in read if item.trap]
    return {
        "found": Share(sum(item.found for item in disguises), len(disguises)),
        "exact_spans": Share(sum(item.exact for item in disguises), len(disguises)),
        "traps_flagged": Share(sum(item.found for item in traps), len(traps)),
        "not_read_yet": sum(item.unread for item in items),
    }


class EvasionFigures:
    def __init__(self, items, ruleset):
        self.items = items
        self.ruleset = ruleset

    def tiers(self):
        """By tier and format, plain text first."""
        keys = sorted({(item.tier, item.format) for item in self.items},
                      key=lambda key: (key[1] != "plain", key[1], key[0]))
        return {f"tier {tier} {form}": [item for item in self.items
                                        if (item.tier, item.format) == (tier, form)]
                for tier, form in keys}

    def techniques(self):
        keys = sorted({(item.tier, item.trap, item.technique) for item in self.items})
        return {f"{tier} {technique}": [item for item in self.items
                                        if (item.tier, item.technique) == (tier, technique)]
                for tier, _, technique in keys}

    def figures(self):
        def plain(groups):
            return {name: {key: value.figures() if isinstance(value, Share) else value
                           for key, value in group_figures(items).items()}
                    for name, items in groups.items()}
        return {"tiers": plain(self.tiers()), "techniques": plain(self.techniques())}

    def shown(self):
        head = ["found", "exact spans", "traps flagged", "not read yet"]

        def rows(groups):
            return [[name, *(value or "-" for value in group_figures(items).values())]
                    for name, items in groups.items()]
        return (table(["all", *head], rows(self.tiers())) + "\n" +
                table(["by technique", *head], rows(self.techniques())))

    def entries(self, which, with_text):
        chosen = {
            "misses": lambda item: not item.trap and not item.found,
            "inexact": lambda item: not item.trap and item.found and not item.exact,
            "false-alarms": lambda item: item.trap and item.found,
        }[which]
        entries = []
        for item in self.items:
            if item.unread or not chosen(item):
                continue
            entry = {"id": item.id, "tier": f"tier {item.tier}", "technique": item.technique}
            if item.rules:
                entry["rules"] = " ".join(item.rules)
            if with_text:
                entry.update(text=item.text, want=item.span or "nothing",
                             got=" | ".join(item.quotes) or "nothing")
            entries.append(entry)
        return entries


def measure(items, reviewer, flags):
    drafts = [draft(item["id"], item["evaded"], item["format"]) for item in items]
    if flags.shipped or flags.rules:
        reviews, ruleset = reviewer.reviews(drafts, flags.rules)
        return EvasionFigures([Item(item, reviews[item["id"]], None) for item in items], ruleset)
    path = flags.phrases or flags.corpus.with_name("evasion_phrases.json")
    with tempfile.TemporaryDirectory() as folder:
        rules = write_list(read_phrases(path), folder)
        for item in items:
            wanted = item["must_match"] or item.get("near")
            if wanted not in rules:
                raise Unmeasurable(f"{item['id']}: its phrase is not among the phrases")
        reviews, _ = reviewer.reviews(drafts, folder)
    judged = [Item(item, reviews[item["id"]], rules[item["must_match"] or item["near"]])
              for item in items]
    return EvasionFigures(judged, f"of {len(rules)} phrases from {path.name}")
