// The HTML reader against npm parse5, which builds the tree that a browser builds (browser.js):
// what is shown, what is hidden, what blocks part, and where each piece of text stands.
//
// Where they may differ, and why:
//   - Text in a table outside of its cells: a browser moves it before the table. The reader leaves
//   it
//     where it stands; what is shown and what is hidden is compared, the order is not.
//   - </b> that crosses other elements makes a browser move blocks out of them that were read
//   before.
//     Text that is hidden or shown only thereby is not compared: at most one document in fifty.
//   - NUL is dropped, or becomes U+FFFD, by place. The reader keeps it, the fold passes over it:
//     html_test.cc.
//   - Blanks: only a run of them counts, and only as a separator. html_test.cc covers them.
//   - Where a piece of text begins: parse5 is not exact before references and after CR LF. Where it
//     ends is compared.
//   - Frames, and anything but options in a select: see RandomHtml.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "engine/text/fold_table.h"
#include "engine/text/utf8.h"
#include "engine/text/visible_text.h"
#include "tests/markup/random_html.h"

namespace redline::text {
namespace {

struct Document {
  std::string html;
  bool page = false;  // else a fragment in a <div>
};

std::string TakeFrom(const std::string& from, std::string_view what) {
  std::string out = from;
  for (std::size_t at = out.find(what); at != std::string::npos; at = out.find(what, at)) {
    out.erase(at, what.size());
  }
  return out;
}

// What a browser does with each document: lines of browser.js.
std::vector<std::string> InBrowser(const std::vector<Document>& documents) {
  const std::string name =
      testing::TempDir() + "/" + testing::UnitTest::GetInstance()->current_test_info()->name();
  std::ofstream in(name + ".in", std::ios::binary);
  for (const Document& document : documents) {
    in << (document.page ? "page " : "fragment ") << document.html.size() << "\n" << document.html;
  }
  in.close();
  const std::string command =
      "node " REDLINE_SOURCE_DIR "/tests/markup/browser.js <'" + name + ".in' >'" + name + ".out'";
  EXPECT_EQ(std::system(command.c_str()), 0) << "parse5 comes from tests/markup/setup";
  std::vector<std::string> lines;
  std::ifstream out(name + ".out", std::ios::binary);
  for (std::string line; std::getline(out, line);) lines.push_back(line);
  return lines;
}

struct Character {
  Range source;
  std::string text;
};

// The characters of a reading that browser.js prints, with their places; marks as ‖.
std::vector<Character> Characters(const VisibleText& reading) {
  std::vector<Character> characters;
  const std::string& text = reading.text();
  for (std::uint32_t at = 0; at < text.size();) {
    const std::uint32_t begin = at;
    const char32_t c = CodePointAt(text, begin);
    at += static_cast<std::uint32_t>(SequenceLength(text[begin]));
    if (c == static_cast<char32_t>(kSentenceMark)) {
      characters.push_back({{}, "‖"});
    } else if (c != 0xFFFC && std::u32string_view(U" \t\n\f\r").find(c) == std::string::npos) {
      characters.push_back({reading.map().SourceOf({begin, at}), text.substr(begin, at - begin)});
    }
  }
  return characters;
}

std::string Joined(const std::vector<Character>& characters) {
  std::string joined;
  for (const Character& character : characters) {
    if (character.text == "‖" && (joined.empty() || joined.ends_with("‖"))) continue;
    joined += character.text;
  }
  if (joined.ends_with("‖")) joined.resize(joined.size() - std::string_view("‖").size());
  return joined;
}

// The parts of a line of browser.js.
struct Browsed {
  bool moved = false;    // something was moved before a table
  bool changed = false;  // text was hidden or shown only after it had been read
  std::string shown, all, aparts, pieces;
};

Browsed Parse(const std::string& line) {
  std::istringstream in(line);
  std::string marks;
  Browsed browsed;
  for (std::string* part :
       {&marks, &browsed.shown, &browsed.all, &browsed.aparts, &browsed.pieces}) {
    std::getline(in, *part, '\t');
  }
  browsed.moved = marks.find('~') != std::string::npos;
  browsed.changed = marks.find('!') != std::string::npos;
  return browsed;
}

void Compare(const Document& document, const Browsed& browsed) {
  const std::vector<VisibleText> readings = ReadHtml(document.html);
  ASSERT_FALSE(readings.empty());
  const auto shown = Characters(readings[0]);
  std::size_t next = 1;
  auto all = shown;
  if (TakeFrom(browsed.shown, "‖") != TakeFrom(browsed.all, "‖") && readings.size() > 1) {
    all = Characters(readings[next++]);
  }
  const auto compared = [&](const std::vector<Character>& characters) {
    const std::string joined = Joined(characters);
    return browsed.moved ? TakeFrom(joined, "‖") : joined;
  };
  EXPECT_EQ(compared(shown), browsed.shown);
  if (next > 1) {
    EXPECT_EQ(compared(all), browsed.all);
  }

  std::string aparts;
  for (; next < readings.size(); ++next) {
    const auto characters = Characters(readings[next]);
    const std::string joined = Joined(characters);
    if (!joined.empty()) aparts += (aparts.empty() ? "" : " ") + joined;
    all.insert(all.end(), characters.begin(), characters.end());
  }
  EXPECT_EQ(aparts, browsed.aparts);

  std::stable_sort(all.begin(), all.end(), [](const Character& a, const Character& b) {
    return std::pair(a.source.begin, a.source.end) < std::pair(b.source.begin, b.source.end);
  });
  std::erase_if(all, [](const Character& character) { return character.text == "‖"; });
  auto character = all.begin();
  std::istringstream pieces(browsed.pieces);
  for (std::string piece; pieces >> piece;) {
    const std::size_t end = std::stoul(piece);
    std::string here;
    while (character != all.end() && character->source.end <= end) here += (character++)->text;
    EXPECT_EQ(here, piece.substr(piece.find(':') + 1)) << piece;
  }
}

void CompareAll(const std::vector<Document>& documents) {
  const std::vector<std::string> lines = InBrowser(documents);
  ASSERT_EQ(lines.size(), documents.size());
  std::size_t changed = 0;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    SCOPED_TRACE((documents[i].page ? "page: " : "fragment: ") + documents[i].html);
    const Browsed browsed = Parse(lines[i]);
    if (browsed.changed) {
      ++changed;
    } else {
      Compare(documents[i], browsed);
    }
    if (testing::Test::HasFailure()) return;
  }
  EXPECT_LE(changed, documents.size() / 50);
}

TEST(ReadHtmlAsABrowser, OfGeneratedFragments) {
  tests::RandomHtml random(20261124);
  std::vector<Document> documents;
  for (int i = 0; i < 20'000; ++i) documents.push_back({random.Document(), false});
  CompareAll(documents);
}

TEST(ReadHtmlAsABrowser, OfGeneratedPages) {
  tests::RandomHtml random(7);
  std::vector<Document> documents;
  for (int i = 0; i < 5'000; ++i) {
    documents.push_back({"<!DOCTYPE html><html><head><title>保</title></head><body>" +
                             random.Document() + "</body></html>",
                         true});
  }
  CompareAll(documents);
}

}  // namespace
}  // namespace redline::text
