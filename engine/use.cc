#include "engine/use.h"

#include "engine/ruleset.h"

namespace redline {

const Wording& WordingOf(const Use& use, const NegativeList& list) {
  using Role = Use::Role;
  switch (use.role) {
    case Role::kBan:
      if (use.alias == Disguise::kAlias) return list.rules[use.owner].aliases.written[use.wording];
      return use.pattern ? list.rules[use.owner].patterns[use.wording]
                         : list.rules[use.owner].phrases[use.wording];
    case Role::kNear:
      return list.rules[use.owner].near[use.wording].shown;
    case Role::kNumber:
      return list.rules[use.owner].numbers[use.wording].shown;
    case Role::kStatement:
      return use.pattern ? list.rules[use.owner].requirement->one_of_patterns[use.wording]
                         : list.rules[use.owner].requirement->one_of[use.wording];
    case Role::kException:
      return use.pattern ? list.rules[use.owner].exception_patterns[use.wording]
                         : list.rules[use.owner].exceptions[use.wording];
    case Role::kBefore:
      return list.contexts[use.owner].before[use.wording];
    case Role::kAfter:
      return list.contexts[use.owner].after[use.wording];
    case Role::kContextException:
      break;
  }
  return list.contexts[use.owner].exceptions[use.wording];
}

}  // namespace redline
