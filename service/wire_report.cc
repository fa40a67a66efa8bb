#include <cstddef>

#include "service/wire.h"
#include "service/wire_enums.h"

namespace redline::service {
namespace {

using service::ToWire;  // of enums; the overloads below would hide them

void ToWire(const Localized& text, v1::LocalizedText* wire) {
  wire->set_zh(text.zh);
  wire->set_en(text.en);
}

void ToWire(const Range& range, v1::Range* wire) {
  wire->set_begin(range.begin);
  wire->set_end(range.end);
}

void ToWire(const LineColumn& place, v1::LineColumn* wire) {
  wire->set_line(place.line);
  wire->set_column(place.column);
}

void ToWire(const Span& span, const Draft& draft, v1::Span* wire) {
  wire->set_passage_index(span.passage);
  wire->set_passage(draft.passages.at(span.passage).name);
  ToWire(span.sent, wire->mutable_sent());
  ToWire(span.utf8, wire->mutable_utf8());
  ToWire(span.utf16, wire->mutable_utf16());
  ToWire(span.code_point, wire->mutable_code_point());
  ToWire(span.start, wire->mutable_start());
  ToWire(span.end, wire->mutable_end());
}

void ToWire(const Basis& basis, v1::Basis* wire) {
  wire->set_law(basis.law);
  wire->set_document(basis.document);
  wire->set_article(basis.article);
  wire->set_issuer(basis.issuer);
  wire->set_effective(basis.effective);
  wire->set_checked(ToWire(basis.checked));
}

void ToWire(const Violation& violation, const Draft& draft, v1::Violation* wire) {
  const Rule& rule = *violation.rule;
  wire->set_rule_id(rule.id);
  ToWire(rule.title, wire->mutable_title());
  wire->set_category(rule.category);
  wire->set_severity(ToWire(violation.severity));
  ToWire(violation.span, draft, wire->mutable_span());
  wire->set_quote(violation.quote);
  wire->set_folded_quote(violation.folded_quote);
  for (Disguise disguise : violation.disguises) wire->add_disguises(ToWire(disguise));
  wire->set_wording(violation.wording);
  ToWire(rule.message, wire->mutable_message());
  ToWire(rule.suggestion, wire->mutable_suggestion());
  for (const Basis& basis : rule.basis) ToWire(basis, wire->add_basis());
  wire->set_context(violation.context);
  wire->set_pack(rule.pack);
  wire->set_layer(rule.layer.empty() ? rule.pack : rule.layer);
  for (const Span& span : violation.related) ToWire(span, draft, wire->add_related());
  for (const std::string& statement : violation.missing) wire->add_missing(statement);
  if (violation.near_miss) {
    ToWire(violation.near_miss->span, draft, wire->mutable_near_miss()->mutable_span());
    wire->mutable_near_miss()->set_quote(violation.near_miss->quote);
    for (const std::string& part : violation.near_miss->lacking) {
      wire->mutable_near_miss()->add_lacking(part);
    }
  }
}

void ToWire(const Dismissal& dismissal, const Draft& draft, v1::Dismissal* wire) {
  wire->set_rule_id(dismissal.rule->id);
  ToWire(dismissal.span, draft, wire->mutable_span());
  wire->set_quote(dismissal.quote);
  wire->set_reason(ToWire(dismissal.reason));
  wire->set_by(dismissal.by);
  wire->set_layer(dismissal.layer);
}

// YYYY-MM-DD; empty for what is no day.
std::string ToWire(Date date) {
  if (!date.ok() || static_cast<int>(date.year()) < 0) return "";
  std::string text = "0000-00-00";
  const auto put = [&text](std::size_t last, unsigned number) {
    for (std::size_t at = last; number > 0; number /= 10) {
      text[at--] = static_cast<char>('0' + number % 10);
    }
  };
  put(3, static_cast<unsigned>(static_cast<int>(date.year()) % 10'000));
  put(6, static_cast<unsigned>(date.month()));
  put(9, static_cast<unsigned>(date.day()));
  return text;
}

void ToWire(const Waiver& waiver, v1::Waiver* wire) {
  wire->set_id(waiver.id);
  wire->set_reason(waiver.reason);
  wire->set_approver(waiver.approver);
  wire->set_ticket(waiver.ticket);
  wire->set_approved(ToWire(waiver.approved));
  wire->set_until(ToWire(waiver.until));
}

void WaivedToWire(const Report& report, const Draft& draft, v1::Report& wire) {
  for (const Waived& waived : report.waived) {
    v1::WaivedViolation* entry = wire.add_waived();
    ToWire(waived.violation, draft, entry->mutable_violation());
    ToWire(*waived.waiver, entry->mutable_waiver());
  }
  for (const WaiverWarning& warning : report.waiver_warnings) {
    v1::WaiverWarning* entry = wire.add_waiver_warnings();
    entry->set_kind(ToWire(warning.kind));
    ToWire(*warning.waiver, entry->mutable_waiver());
    entry->set_rule_id(warning.waiver->rule_id);
  }
  if (report.waivers != nullptr) wire.set_waivers_digest(report.waivers->digest());
}

// Whether the verdict counts what the rule finds.
bool Counts(const Rule& rule) { return rule.status == Status::kActive && rule.off_by.empty(); }

}  // namespace

v1::Report ReportToWire(const Report& report, const Draft& draft) {
  v1::Report wire;
  wire.set_draft_id(report.draft_id);
  wire.set_verdict(ToWire(report.verdict));
  for (const Violation& violation : report.violations) {
    ToWire(violation, draft, wire.add_violations());
  }
  for (const Violation& violation : report.shadowed) {
    ToWire(violation, draft, wire.add_shadowed());
  }
  WaivedToWire(report, draft, wire);
  for (const Dismissal& dismissal : report.dismissals) {
    ToWire(dismissal, draft, wire.add_dismissals());
  }
  for (const Notice& notice : report.notices) {
    v1::Notice* entry = wire.add_notices();
    entry->set_kind(ToWire(notice.kind));
    ToWire(notice.span, draft, entry->mutable_span());
    entry->set_characters(notice.characters);
  }
  for (const NotApplied& not_applied : report.not_applied) {
    v1::NotApplied* entry = wire.add_not_applied();
    entry->set_rule_id(not_applied.rule->id);
    entry->set_reason(ToWire(not_applied.reason));
    if (not_applied.reason == NotApplied::Reason::kSwitchedOff) {
      entry->set_layer(not_applied.rule->off_by);
      entry->set_why(not_applied.rule->off_why);
    }
  }
  *wire.mutable_ruleset() = RulesetToWire(*report.ruleset);
  wire.set_as_of(ToWire(report.as_of));
  wire.set_engine_version(report.engine_version);
  wire.set_content_digest(report.content_digest);
  return wire;
}

v1::Explanation ExplanationToWire(const Explanation& explanation, const Draft& draft) {
  v1::Explanation wire;
  *wire.mutable_report() = ReportToWire(explanation.report, draft);
  for (const Explanation::Reading& reading : explanation.readings) {
    v1::Reading* entry = wire.add_readings();
    entry->set_passage_index(reading.passage);
    if (reading.respelled) entry->set_respelled(ToWire(*reading.respelled));
    entry->set_visible(reading.visible);
    entry->set_folded(reading.folded);
  }
  for (const Explanation::Match& match : explanation.matches) {
    v1::Match* entry = wire.add_matches();
    entry->set_reading_index(match.reading);
    entry->set_rule_id(match.rule->id);
    ToWire(match.span, draft, entry->mutable_span());
    entry->set_quote(match.quote);
    entry->set_wording(match.wording);
    entry->set_fate(ToWire(match.fate));
    entry->set_by(match.by);
  }
  return wire;
}

v1::ListDiff DiffToWire(const Ruleset& from, const Ruleset& to,
                        const std::vector<RuleChange>& changes, Date as_of) {
  v1::ListDiff wire;
  *wire.mutable_from() = RulesetToWire(from);
  *wire.mutable_to() = RulesetToWire(to);
  wire.set_as_of(ToWire(as_of));
  for (const RuleChange& change : changes) {
    const Rule& rule = change.to != nullptr ? *change.to : *change.from;
    v1::RuleDiff* entry = wire.add_rules();
    entry->set_rule_id(rule.id);
    ToWire(rule.title, entry->mutable_title());
    if (change.from != nullptr) {
      if (Counts(*change.from)) entry->set_from(ToWire(change.from->severity));
      entry->set_from_status(ToWire(change.from->status));
    }
    if (change.to != nullptr) {
      if (Counts(*change.to)) entry->set_to(ToWire(change.to->severity));
      entry->set_to_status(ToWire(change.to->status));
    }
  }
  return wire;
}

v1::RulesetRef RulesetToWire(const Ruleset& ruleset) {
  v1::RulesetRef wire;
  wire.set_name(ruleset.name());
  wire.set_version(ruleset.version());
  wire.set_digest(ruleset.digest());
  wire.set_rules(static_cast<std::uint32_t>(ruleset.rules().size()));
  wire.set_profile(ruleset.profile());
  return wire;
}

}  // namespace redline::service
