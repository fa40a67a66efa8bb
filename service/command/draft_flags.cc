#include "service/command/draft_flags.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>

#include "engine/text/charset.h"
#include "service/command/choice.h"
#include "service/command/profile_flag.h"
#include "service/report/screen.h"
#include "service/today.h"

namespace redline::service {

void DraftFlags::AddTo(CLI::App& command) {
  command.add_option("FILE", files, "Drafts to review; - or none: the standard input")
      ->type_name("");
  command.add_option("--rules", rules, "A list file or folder (default: shipped lists)")
      ->type_name("PATH");
  AddProfileFlag(command, profile);
  AddReadingTo(command, "the draft's");
}

void DraftFlags::AddReadingTo(CLI::App& command, const std::string& default_language) {
  command.add_option("--channel", channel, "Where it appears: wechat, sms, livestream …")
      ->type_name("NAME");
  command.add_option("--product", product, "What it sells: wealth, fund, loan …")
      ->type_name("NAME");
  command.add_option("--audience", audience, "Whom it addresses: retail, professional …")
      ->type_name("NAME");
  command.add_option("--locale", locale, "Language and market: zh-CN, en-US …")->type_name("TAG");
  command.add_option("--as-of", as_of, "The day whose rules apply (default: today in Beijing)")
      ->type_name("YYYY-MM-DD");
  AddChoice<InputFormat>(command, "--input", input,
                         {{"auto", InputFormat::kAuto},
                          {"plain", InputFormat::kPlain},
                          {"markdown", InputFormat::kMarkdown},
                          {"html", InputFormat::kHtml},
                          {"json", InputFormat::kJson},
                          {"jsonl", InputFormat::kJsonLines}},
                         "How to read FILE; auto goes by its ending");
  command
      .add_option("--charset", charset, "Of a FILE that is not JSON: gbk, gb18030, big5, utf-16 …")
      ->type_name("NAME");
  AddChoice<Language>(command, "--lang", language,
                      {{"zh", Language::kChinese}, {"en", Language::kEnglish}},
                      "Language of the text (default: " + default_language + ")");
  AddChoice<Colour>(
      command, "--color", colour,
      {{"auto", Colour::kAuto}, {"always", Colour::kAlways}, {"never", Colour::kNever}},
      "Colours of the text; auto: on a terminal, unless NO_COLOR is set");
}

std::optional<Date> DraftFlags::Settle() {
  if (files.empty()) files.emplace_back("-");
  const auto day = AsOfFromWire(as_of, Today());
  if (!day) {
    SayWhyNot("--as-of", day.error().message);
    return std::nullopt;
  }
  if (text::FindCharset(charset) == nullptr) {
    SayWhyNot("--charset",
              "\"" + charset + "\" is not read; use " + std::string(text::kCharsetNames));
    return std::nullopt;
  }
  return *day;
}

void DraftFlags::State(v1::Draft& draft) const {
  if (draft.channel().empty()) draft.set_channel(channel);
  if (draft.product().empty()) draft.set_product(product);
  if (draft.audience().empty()) draft.set_audience(audience);
  if (draft.locale().empty()) draft.set_locale(locale);
}

TextStyle DraftFlags::Style() const {
  TextStyle style{.language = language, .colour = colour == Colour::kAlways, .columns = 80};
  if (colour == Colour::kAuto) {
    const char* no_colour = std::getenv("NO_COLOR");
    const char* terminal = std::getenv("TERM");
    style.colour = isatty(STDOUT_FILENO) == 1 && (no_colour == nullptr || *no_colour == '\0') &&
                   (terminal == nullptr || std::string_view(terminal) != "dumb");
  }
  return style;
}

void DraftFlags::AskForInput() const {
  const bool asks = files.empty() || std::ranges::find(files, "-") != files.end();
  if (asks && isatty(STDIN_FILENO) == 1) {
    std::cerr << "redline: reading the draft from the terminal; end it with Ctrl-D\n";
  }
}

void SayWhyNot(std::string_view label, std::string_view message) {
  std::cerr << "redline: " << Visible(std::string(label) + ": " + std::string(message)) << "\n";
}

}  // namespace redline::service
