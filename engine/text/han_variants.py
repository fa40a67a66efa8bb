#!/usr/bin/env python3
"""Writes han_variants.inc: characters that nobody uses in honest Chinese copy, each with the character
in common use that it is a variant of (収 for 收, 囯 for 国, 㐂 for 喜).

Source: Unihan, as Debian's package unicode-data carries it. ICU holds no variants but traditional
ones. Run it after an update of Unicode:

    python3 engine/text/han_variants.py > engine/text/han_variants.inc      # needs uconv of ICU

In common use is what 通用规范汉字表 (kTGH) lists. Those characters never fold to each other, nor does
anything fold that GB 2312 (kGB0) holds, such as 亻 and 扌, or that ICU's Traditional-Simplified or
NFKC fold by themselves. Each of the rest becomes the character in common use that most of these
properties name, if one is named more often than every other:

    kSemanticVariant, kZVariant, kSpoofingVariant       in both directions
    kSimplifiedVariant, kTraditionalVariant             in both directions
    kJinmeiyoKanji, kJoyoKanji                          the other form that the value names
    kDefinition                                         "same as U+...", "variant of U+..." and the like
    kCCCII, kEACC                                       codes that differ in the layer only

In CCCII and EACC all forms of a character have the same code, but for a multiple of six in the first
byte, the layer. Layer 12 (0x69) is none: it holds characters made in Japan.

Left out, because it is another word in some texts: what kSpecializedSemanticVariant makes a second
character in common use (妳 is 奶, but more often 你).
"""
import bz2
import collections
import pathlib
import re
import subprocess
import sys
import unicodedata

VERSION = "15.0.0"
VARIANT = ("kSemanticVariant", "kZVariant", "kSpoofingVariant", "kSimplifiedVariant",
           "kTraditionalVariant")
OTHER_FORM = ("kJinmeiyoKanji", "kJoyoKanji")
CODE = ("kCCCII", "kEACC")
SAID = re.compile(r"(?:same as|variant of|form of) U\+([0-9A-F]{4,5})", re.IGNORECASE)
FIRST_LAYER, LAYERS, SPACING = 0x21, 12, 6


def unihan(folder):
    """{property: {character: value}} of every Unihan file."""
    properties = collections.defaultdict(dict)
    for path in sorted(folder.glob("Unihan_*.txt.bz2")):
        with bz2.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                if line.startswith("# Unicode version: ") and VERSION not in line:
                    sys.exit(f"{path}: not Unicode {VERSION}")
                if line.startswith("U+"):
                    code, name, value = line.rstrip("\n").split("\t")
                    properties[name][chr(int(code[2:], 16))] = value
    return properties


def named_in(text):
    return {chr(int(code, 16)) for code in re.findall(r"U\+([0-9A-F]{4,5})", text)}


def groups(codes):
    """The characters whose codes differ in the layer only."""
    forms = collections.defaultdict(set)
    for character, code in codes.items():
        layer, plane = divmod(int(code[:2], 16) - FIRST_LAYER, SPACING)
        if layer < LAYERS:
            forms[plane, code[2:]].add(character)
    return forms.values()


def relations(properties):
    """{character: {other form: names of the properties that say so}}, in both directions."""
    related = collections.defaultdict(lambda: collections.defaultdict(set))

    def relate(name, one, other):
        if one != other:
            related[one][other].add(name)
            related[other][one].add(name)

    for name in VARIANT + OTHER_FORM:
        for character, value in properties[name].items():
            for other in named_in(value):
                relate(name, character, other)
    for character, value in properties["kDefinition"].items():
        for code in SAID.findall(value):
            relate("kDefinition", character, chr(int(code, 16)))
    for name in CODE:
        for forms in groups(properties[name]):
            for one in forms:
                for other in forms:
                    relate(name, one, other)
    return related


def simplified(characters):
    """{character: what ICU's Traditional-Simplified makes of it, seen alone}."""
    ordered = sorted(characters)
    lines = subprocess.run(["uconv", "-f", "utf-8", "-t", "utf-8", "-x", "Traditional-Simplified"],
                           input="\n".join(ordered), capture_output=True, check=True,
                           encoding="utf-8").stdout.split("\n")
    return dict(zip(ordered, lines, strict=True))


def winner(votes):
    """The target that most properties name, or None when two are named as often."""
    ranked = sorted(votes, key=lambda target: -len(votes[target]))
    if not ranked or len(ranked) > 1 and len(votes[ranked[0]]) == len(votes[ranked[1]]):
        return None
    return ranked[0]


def variants(properties):
    common = properties["kTGH"].keys()
    related = relations(properties)
    by_icu = simplified(properties["kTotalStrokes"].keys())
    rest = {c for c in related.keys() & by_icu.keys()
            if c not in common and c not in properties["kGB0"] and by_icu[c] == c
            and unicodedata.normalize("NFKC", c) == c}
    folded = {}
    # A variant of a variant takes a second round: 囯 is one of 國, which is 国.
    while True:
        found = {}
        for character in rest - folded.keys():
            votes = collections.defaultdict(set)
            for other, names in related[character].items():
                target = folded.get(other, by_icu.get(other))
                if target in common:
                    votes[target] |= names
            target = winner(votes)
            meanings = {folded.get(other, by_icu.get(other)) for other in
                        named_in(properties["kSpecializedSemanticVariant"].get(character, ""))}
            if target and not meanings & common - {target}:
                found[character] = target
        if not found:
            return folded
        folded.update(found)


def main():
    folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/unicode")
    pairs = sorted(variants(unihan(folder)).items())
    print(f"// Generated by han_variants.py from Unihan {VERSION}. {len(pairs)} pairs: a variant and the")
    print("// character in common use that it stands for, sorted by variant, for binary search.")
    for variant, common in pairs:
        print(f"{{0x{ord(variant):05X}, 0x{ord(common):04X}}},  // {variant} {common}")


if __name__ == "__main__":
    main()
