#include "engine/scanner.h"

#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

namespace redline {
namespace {

std::unique_ptr<const Scanner> Compiled(const std::vector<std::string>& literals) {
  auto scanner = Scanner::Compile(literals);
  EXPECT_TRUE(scanner);
  return scanner ? std::move(*scanner) : nullptr;
}

TEST(Scanner, FindsEveryPlaceOfALiteral) {
  const auto scanner = Compiled({"保本", "本保"});
  std::vector<Match> matches;
  ASSERT_EQ(scanner->Scan("保本保本", matches), Scanner::Outcome::kComplete);
  ASSERT_EQ(matches.size(), 3u);
  for (const Match& match : matches) EXPECT_EQ(match.end - match.begin, 6u);
}

TEST(Scanner, AnswersForNothingToLookForAndNothingToLookAt) {
  std::vector<Match> matches;
  EXPECT_EQ(Compiled({})->Scan("保本", matches), Scanner::Outcome::kComplete);
  EXPECT_EQ(Compiled({"保本"})->Scan({}, matches), Scanner::Outcome::kComplete);
  EXPECT_TRUE(matches.empty());
}

TEST(Scanner, TakesLiteralsLiterally) {
  const std::string marks = "a.b*[c](d)\\e+?{1}|^$";
  const auto scanner = Compiled({marks});
  std::vector<Match> matches;
  ASSERT_EQ(scanner->Scan(marks + "aXb", matches), Scanner::Outcome::kComplete);
  EXPECT_EQ(matches.size(), 1u);
}

// Hyperscan 5.4.0's pure-literal API compiles such sets and then finds nothing at all.
TEST(Scanner, FindsOrdinaryLiteralsBesideLongRuns) {
  for (const std::string run : {"!", "D", "0", "=", "。"}) {
    std::string literal = "年化收益";
    for (int i = 0; i < 40; ++i) literal += run;
    const auto scanner = Compiled({literal, "xt" + literal, "保本", "risk"});
    std::vector<Match> matches;
    ASSERT_EQ(scanner->Scan("保本 risk " + literal + literal, matches),
              Scanner::Outcome::kComplete);
    EXPECT_EQ(matches.size(), 4u) << run;
  }
}

TEST(Scanner, RefusesRatherThanCutsTooManyMatches) {
  const auto scanner = Compiled({"a"});
  std::vector<Match> matches;
  const std::string bound(Scanner::kMaxMatches, 'a');
  EXPECT_EQ(scanner->Scan(bound, matches), Scanner::Outcome::kComplete);
  EXPECT_EQ(matches.size(), Scanner::kMaxMatches);
  EXPECT_EQ(scanner->Scan(bound + 'a', matches), Scanner::Outcome::kTooManyMatches);
}

TEST(Scanner, ServesManyThreadsAtOnce) {
  const auto scanner = Compiled({"保本", "稳赚"});
  std::vector<std::thread> threads;
  std::vector<int> wrong(8);
  for (int& count : wrong) {
    threads.emplace_back([&] {
      for (int i = 0; i < 500; ++i) {
        std::vector<Match> matches;
        const bool complete = scanner->Scan("保本稳赚保本", matches) == Scanner::Outcome::kComplete;
        if (!complete || matches.size() != 3) ++count;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const int count : wrong) EXPECT_EQ(count, 0);
}

}  // namespace
}  // namespace redline
