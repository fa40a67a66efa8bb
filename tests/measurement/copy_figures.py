"""Figures of a corpus of real copy: items flagged, quotes found, by language and category."""
from reviews import Unmeasurable, draft
from table import Share, table

FIELDS = {"id", "lang", "text", "label", "violations"}


class Quote:
    """A place that a person marked; the first occurrence is meant."""

    def __init__(self, item, mark, review):
        at = item["text"].find(mark["quote"])
        if at < 0 or not mark["quote"]:
            raise Unmeasurable(f"{item['id']}: a quote does not stand in the text")
        self.begin = len(item["text"][:at].encode())
        self.end = self.begin + len(mark["quote"].encode())
        self.text = mark["quote"]
        self.category = mark["category"]
        self.found = any(self.meets(found) for found in review.found)

    def meets(self, found):
        return found.begin < self.end and self.begin < found.end


class Item:
    def __init__(self, item, review):
        self.id = item["id"]
        self.text = item["text"]
        self.lang = item["lang"]
        self.synthetic = bool(item.get("synthetic"))
        self.violating = item["label"] == "violating"
        self.flagged = review.flagged
        self.rules = review.rules
        self.quotes = [Quote(item, mark, review) for mark in item["violations"]]
        self.violations = len(review.found)
        self.meeting = sum(any(quote.meets(found) for quote in self.quotes)
                           for found in review.found)


def group_figures(items):
    """What is known of a group of items, as shares."""
    violating = [item for item in items if item.violating]
    compliant = [item for item in items if not item.violating]
    quotes = [quote for item in items for quote in item.quotes]
    hits = sum(item.flagged for item in violating)
    alarms = sum(item.flagged for item in compliant)
    return {
        "violating_flagged": Share(hits, len(violating)),
        "compliant_flagged": Share(alarms, len(compliant)),
        "precision": Share(hits, hits + alarms),
        "quotes_found": Share(sum(quote.found for quote in quotes), len(quotes)),
        "violations_in_quotes": Share(sum(item.meeting for item in items),
                                      sum(item.violations for item in items)),
    }


class CopyFigures:
    def __init__(self, items, ruleset):
        self.items = items
        self.ruleset = ruleset
        real = [item for item in items if not item.synthetic]
        self.groups = {}
        for suffix, those in (("", items), (", no synthetic", real)):
            self.groups["all" + suffix] = those
            for lang in sorted({item.lang for item in items}):
                self.groups[lang + suffix] = [item for item in those if item.lang == lang]

    def categories(self):
        """For each category: quotes found, of all items, by language, and of real items."""
        rows = {}
        langs = sorted({item.lang for item in self.items})
        for category in sorted({q.category for item in self.items for q in item.quotes}):
            def share(keep):
                quotes = [q for item in self.items if keep(item) for q in item.quotes
                          if q.category == category]
                return Share(sum(q.found for q in quotes), len(quotes))
            rows[category] = {"all": share(lambda item: True),
                              **{lang: share(lambda item, lang=lang: item.lang == lang)
                                 for lang in langs},
                              "no synthetic": share(lambda item: not item.synthetic)}
        return rows

    def figures(self):
        def plain(shares):
            return {name: share.figures() for name, share in shares.items()}
        return {"items": {name: plain(group_figures(those)) for name, those in self.groups.items()},
                "quotes_found_by_category": {name: plain(row)
                                             for name, row in self.categories().items()}}

    def shown(self):
        head = ["items", "violating flagged", "compliant flagged", "precision", "quotes found",
                "violations in quotes"]
        shown = table(head, [[name, *group_figures(those).values()]
                             for name, those in self.groups.items()])
        rows = self.categories()
        if rows:
            columns = list(next(iter(rows.values())))
            shown += "\n" + table(["quotes found", *columns],
                                  [[name, *row.values()] for name, row in rows.items()])
        return shown

    def entries(self, which, with_text):
        """Misses: violating items that pass, then quotes without a violation in flagged ones.
        False alarms: compliant items that are flagged, with the rules that flag them."""
        entries = []

        def add(item, what, **more):
            entry = {"id": item.id, "what": what, **more}
            if with_text:
                entry["text"] = item.text
            entries.append(entry)

        if which == "false-alarms":
            for item in self.items:
                if not item.violating and item.flagged:
                    add(item, "flagged", rules=" ".join(item.rules))
        if which == "misses":
            for item in self.items:
                if item.violating and not item.flagged:
                    add(item, "passes", categories=" ".join(q.category for q in item.quotes))
            for item in self.items:
                if not item.violating or not item.flagged:
                    continue
                for number, quote in enumerate(item.quotes):
                    if not quote.found:
                        shown = {"quote": quote.text} if with_text else {}
                        add(item, f"quote {number}", category=quote.category, **shown)
        return entries


def measure(items, reviewer, flags):
    drafts = []
    for item in items:
        context = {}
        if not flags.unstated:
            context = {key: item.get(key) for key in ("channel", "product")
                       if item.get(key) != "unknown"}
            context["locale"] = item["lang"]
        drafts.append(draft(item["id"], item["text"], **context))
    reviews, ruleset = reviewer.reviews(drafts, flags.rules)
    return CopyFigures([Item(item, reviews[item["id"]]) for item in items], ruleset)
