#include "service/diff/verdict_changes.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "service/diff/violation_changes.h"
#include "service/report/screen.h"

namespace redline::service {
namespace {

constexpr std::size_t kCharactersAround = 12;  // of a quote, as diff.proto says
// More bytes than that many characters take, but for piles of marks, which are cut.
constexpr std::size_t kBytesAround = 64 * kCharactersAround;

// The changes of verdict in the order of a ListDiff.
constexpr std::pair<v1::Verdict, v1::Verdict> kVerdictChanges[] = {
    {v1::VERDICT_PASS, v1::VERDICT_BLOCK},   {v1::VERDICT_PASS, v1::VERDICT_REVIEW},
    {v1::VERDICT_REVIEW, v1::VERDICT_BLOCK}, {v1::VERDICT_BLOCK, v1::VERDICT_PASS},
    {v1::VERDICT_BLOCK, v1::VERDICT_REVIEW}, {v1::VERDICT_REVIEW, v1::VERDICT_PASS},
};

bool IsContinuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

// The end of `before`, the beginning of `after`: a few whole characters of one line.
std::string_view LastCharacters(std::string_view before) {
  before = before.substr(before.find_last_of("\r\n") + 1);
  if (before.size() > kBytesAround) before = before.substr(before.size() - kBytesAround);
  while (!before.empty() && IsContinuation(before.front())) before.remove_prefix(1);
  const std::vector<Cell> cells = Cells(before);
  if (cells.size() <= kCharactersAround) return before;
  return before.substr(cells[cells.size() - kCharactersAround].begin);
}
std::string_view FirstCharacters(std::string_view after) {
  after = after.substr(0, after.find_first_of("\r\n"));
  if (after.size() > kBytesAround) {
    std::size_t end = kBytesAround;
    while (end > 0 && IsContinuation(after[end])) --end;
    after = after.substr(0, end);
  }
  const std::vector<Cell> cells = Cells(after);
  if (cells.size() <= kCharactersAround) return after;
  return after.substr(0, cells[kCharactersAround].begin);
}

v1::ViolationSample SampleOf(const v1::Draft& draft, const std::string& label,
                             const ViolationChange& change) {
  const v1::Violation& violation = change.to != nullptr ? *change.to : *change.from;
  v1::ViolationSample sample;
  sample.set_draft_id(draft.id().empty() ? label : draft.id());
  sample.set_passage(violation.span().passage());
  std::string quote;
  const auto add = [&](const v1::Span& span) {
    const std::string_view text = draft.passages(static_cast<int>(span.passage_index())).text();
    const auto [begin, end] = std::pair(span.utf8().begin(), span.utf8().end());
    if (quote.empty()) {
      sample.set_before(std::string(LastCharacters(text.substr(0, begin))));
    } else {
      quote += " | ";
    }
    quote += text.substr(begin, end - begin);
    sample.set_after(std::string(FirstCharacters(text.substr(end))));
  };
  add(violation.span());
  for (const v1::Span& span : violation.related()) add(span);
  sample.set_quote(std::move(quote));
  if (change.from != nullptr) sample.set_from(change.from->severity());
  if (change.to != nullptr) sample.set_to(change.to->severity());
  return sample;
}

void Count(const ViolationChange& change, v1::RuleDiff& rule) {
  if (change.from == nullptr) {
    rule.set_added(rule.added() + 1);
  } else if (change.to == nullptr) {
    rule.set_removed(rule.removed() + 1);
  } else {
    rule.set_changed(rule.changed() + 1);
  }
}

}  // namespace

VerdictChanges::VerdictChanges(v1::ListDiff lists, int samples)
    : diff_(std::move(lists)), samples_(samples) {
  for (v1::RuleDiff& rule : *diff_.mutable_rules()) rules_[rule.rule_id()] = &rule;
}

void VerdictChanges::AddUnchanged() { diff_.set_drafts(diff_.drafts() + 1); }

void VerdictChanges::Add(const v1::Draft& draft, const std::string& label, const v1::Report& from,
                         const v1::Report& to) {
  diff_.set_drafts(diff_.drafts() + 1);
  if (from.verdict() != to.verdict()) ++verdicts_[{from.verdict(), to.verdict()}];
  const auto changes = FindViolationChanges(from, to);
  if (!changes.empty()) diff_.set_drafts_changed(diff_.drafts_changed() + 1);
  for (const auto& [id, of_rule] : changes) {
    v1::RuleDiff& rule = *rules_.at(id);
    rule.set_drafts(rule.drafts() + 1);
    for (const ViolationChange& change : of_rule) Count(change, rule);
    if (rule.samples_size() < samples_) {
      *rule.add_samples() = SampleOf(draft, label, of_rule.front());
    }
  }
}

void VerdictChanges::AddNotCompared(const std::string& name, const std::string& message) {
  diff_.set_drafts_not_compared(diff_.drafts_not_compared() + 1);
  if (diff_.not_compared_size() >= samples_) return;
  v1::NotCompared* entry = diff_.add_not_compared();
  entry->set_draft_id(name);
  entry->set_message(message);
}

const v1::ListDiff& VerdictChanges::Finish() {
  diff_.clear_verdicts();
  for (const auto& change : kVerdictChanges) {
    const auto counted = verdicts_.find(change);
    if (counted == verdicts_.end()) continue;
    v1::VerdictChange* entry = diff_.add_verdicts();
    entry->set_from(change.first);
    entry->set_to(change.second);
    entry->set_drafts(counted->second);
  }
  return diff_;
}

std::uint32_t NewBlocks(const v1::ListDiff& diff) {
  std::uint32_t drafts = 0;
  for (const v1::VerdictChange& change : diff.verdicts()) {
    if (change.to() == v1::VERDICT_BLOCK) drafts += change.drafts();
  }
  return drafts;
}

std::uint32_t Worse(const v1::ListDiff& diff) {
  std::uint32_t drafts = 0;
  for (const v1::VerdictChange& change : diff.verdicts()) {
    if (change.to() > change.from()) drafts += change.drafts();
  }
  return drafts;
}

}  // namespace redline::service
