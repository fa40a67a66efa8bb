// HtmlStyle: how the HTML report looks. Light or dark as the reader's system, and on paper.
//
// Severity is never told by colour alone: words stand beside it, and marks are underlined straight
// (block), waved (review) or dotted (advise).
#pragma once

#include <string_view>

namespace redline::service {

// Of kHtmlStyle, for the page's Content-Security-Policy, which allows this style and nothing else.
// tests/command/page.py computes it anew.
inline constexpr std::string_view kHtmlStyleHash =
    "sha256-A91YwQcqYQdTHdTz7aThuk6ctgd+mtFKz6vusuGaoqY=";

inline constexpr std::string_view kHtmlStyle = R"css(
:root {
  color-scheme: light dark;
  --page: #ffffff; --ink: #1b1d21; --faint: #5b616b; --line: #d5d9df; --sheet: #f6f7f9;
  --block: #a3160f; --block-tint: #ffdad6; --review: #7a4b00; --review-tint: #ffe9b8;
  --advise: #0b4f94; --advise-tint: #d6e8ff; --pass: #1b5e20;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #16181c; --ink: #e8eaed; --faint: #a4abb6; --line: #3a3f47; --sheet: #1f2227;
    --block: #ffb4ab; --block-tint: #6b1410; --review: #ffcf70; --review-tint: #5a3d00;
    --advise: #a9cbff; --advise-tint: #10386b; --pass: #8bd691;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 1.5rem; max-width: 60rem; background: var(--page); color: var(--ink);
  font: 1rem/1.7 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
}
h1 { font-size: 1.4rem; margin: 0 0 .5rem; }
h2 { font-size: 1.15rem; margin: 0; overflow-wrap: anywhere; }
h3 { font-size: 1rem; margin: 1rem 0 .25rem; overflow-wrap: anywhere; }
article h3 { margin-top: 0; }
a { color: inherit; }
a:focus-visible { outline: 3px solid var(--advise); outline-offset: 2px; }
nav ul { list-style: none; margin: .5rem 0; padding: 0; }
section { margin-top: 2rem; padding-top: 1.5rem; border-top: 1px solid var(--line); }
.faint { color: var(--faint); font-size: .9rem; }
.verdict { font-weight: 600; margin: .25rem 0; }
.verdict.pass { color: var(--pass); }
.verdict.review, .severity.review { color: var(--review); }
.verdict.block, .severity.block { color: var(--block); }
.severity.advise { color: var(--advise); }
pre {
  margin: .25rem 0 1rem; padding: .75rem 1rem; background: var(--sheet); border-radius: .4rem;
  font: inherit; line-height: 2; white-space: pre-wrap; overflow-wrap: anywhere; tab-size: 4;
}
pre code { color: var(--faint); font-size: .75em; border: 1px dashed var(--faint); }
pre mark code { color: inherit; border-color: currentColor; }
mark { color: inherit; text-decoration-thickness: 2px; text-underline-offset: .25em; }
mark.block { background: var(--block-tint); text-decoration: underline solid var(--block) 2px; }
mark.review { background: var(--review-tint); text-decoration: underline wavy var(--review) 1px; }
mark.advise { background: var(--advise-tint); text-decoration: underline dotted var(--advise) 2px; }
.number {
  display: inline-block; min-width: 1.4em; margin: 0 .15em; padding: 0 .3em; border-radius: .7em;
  font-size: .75em; line-height: 1.4; font-weight: 700; text-align: center; text-decoration: none;
  color: var(--page); user-select: none;
}
.number.block { background: var(--block); }
.number.review { background: var(--review); }
.number.advise { background: var(--advise); }
.number:target { outline: 3px solid var(--ink); outline-offset: 2px; }
.finding { margin: 0 0 1rem; padding: .5rem 0 .5rem 1rem; border-left: 4px solid var(--line); }
.finding.block { border-color: var(--block); }
.finding.review { border-color: var(--review); }
.finding.advise { border-color: var(--advise); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: 0; }
dt { color: var(--faint); }
dd { margin: 0; overflow-wrap: anywhere; }
.rule { color: var(--faint); font-weight: 400; font-size: .85rem; }
.heard {
  position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap; user-select: none;
}
@media print {
  :root {
    color-scheme: light;
    --page: #ffffff; --ink: #000000; --faint: #444444; --line: #999999; --sheet: #ffffff;
    --block: #a3160f; --block-tint: #ffdad6; --review: #7a4b00; --review-tint: #ffe9b8;
    --advise: #0b4f94; --advise-tint: #d6e8ff; --pass: #1b5e20;
  }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  mark, .number { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  pre { border: 1px solid var(--line); }
  .finding { break-inside: avoid; }
  h2, h3, .verdict { break-after: avoid; }
}
)css";

}  // namespace redline::service
