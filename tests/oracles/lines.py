#!/usr/bin/env python3
"""Judges set lines by the rules of each language.   usage: lines.py [--project DIR] [--together] [--loose en=31,...] FILE...

FILE is what `compose lines` prints (.jsonl) or the placed leaflet that `polyleaf build --format json` writes (.json). Nothing
here comes from the composer: the tables are those of the style guide for each language, Thai words and clusters are PyThaiNLP's.
Hard rules have to hold in every line, and the exit code says whether they do; the rest is counted.
  hard: start, end (characters that never start or end a line), word (Korean split inside a word), token (phone, e-mail, date,
        number with its unit, web address, no-break space, —— and ……), tcc (Thai cluster), gloss (a word of the glossary, of
        Chinese in headings, or one that everybody knows), over (wider than the measure), flush (Chinese short of it beside
        lines that are flush), torn (a flush line of Chinese that lacks so much that its squares stand apart), hyphen (a hyphen where
        none may be, or three in a row), newmm (under 99 % of Thai line ends between words)
  counted: hyphens, emerg (ends that nothing allows), runts (last lines that look like remnants: too few letters, or a fifth of the measure;
        more than one in a hundred ragged paragraphs is too many), loose (r > 1.5, as the composer says;
        r by spaces alone: what is missing over what the spaces may grow), slack (mean and worst, of ragged lines)
"""
import argparse
import collections
import functools
import json
import pathlib
import re
import sys
import tomllib
import unicodedata

from pythainlp.corpus import thai_words
from pythainlp.tokenize import Trie, word_tokenize
from pythainlp.tokenize.tcc import tcc_pos

DISPLAY = {"title", "subtitle", "heading", "subheading", "lead", "fact", "caption"}
HARD = ["start", "end", "word", "token", "tcc", "gloss", "over", "flush", "torn", "hyphen", "newmm"]
SHOWN = 40
ENDS = ("paragraph", "forced", "sentence")  # no line is asked to be full there; a sentence ends where its panel does
TOLERANCE = 0.1  # points
SPACE_STRETCH = 0.125  # em, how far a Latin space may grow
SQUARE_STRETCH = 0.05  # em, how far squares may stand apart
MIXED_STRETCH = 1 / 3 - 1 / 8  # em, how far the gap between Han and Latin may grow
LOOSE = 1.5  # times as far as that: a line of 15 squares lacks one
RUNTS = 0.01  # of ragged paragraphs
SPACES = " \u3000\u200b\u2028\u2029\n"

CLOSERS = ")]}”’»›"
OPENERS = "([{“‘«‹"
WIDE_CLOSERS = "」』）》〉】〕］｝〗"
WIDE_OPENERS = "「『（《〈【〔［｛〖"
THAI_MARKS = "".join(map(chr, [0xE31, *range(0xE34, 0xE3B), *range(0xE47, 0xE4F)]))
ROWS = {  # language: characters that never start a line, characters that never end one
    "zh": ("，。、；：？！,.;:?!·・～〜-–—…" + CLOSERS + WIDE_CLOSERS, OPENERS + WIDE_OPENERS),
    "ko": ("-？！·.,:;?!々" + CLOSERS + WIDE_CLOSERS, OPENERS + WIDE_OPENERS),
    "th": ("ๆฯะาำๅ.,;:?!" + THAI_MARKS + CLOSERS, "เแโใไ฿" + OPENERS),
    "latin": (",.;:!?" + CLOSERS, "¿¡" + OPENERS),
}
# Words of the street that breakers by dictionary or by model split.
EVERYDAY = {"th": ["ต้องการ", "ทำงาน", "แรงงาน", "คนงาน", "สิทธิ", "กฎหมาย", "ตำรวจ", "ความรุนแรง"]}
RUNT = {"zh": 3, "ko": 4, "th": 2, "latin": 8}  # characters, syllables, words, letters
REMNANT = 0.2  # of the measure: a last line that is shorter is a runt, whatever it holds

BLANK = "[ \u00a0\u202f]"
SEP = "[-.\u2010\u2011\uff0d/ \u00a0\u202f]"
UNITS = r"(?:(?:%|‰|°C|°F|€|\$|mm|cm|km|m|mg|kg|g|ml|l|min|h|a\.m\.|p\.m\.|CAD|USD)(?!\w)|บาท|ปี|คน(?!งาน)|วัน)"
MEASURE_WORDS = "[年月日时時分秒点點个個名人岁歲元块塊万萬亿億次种種条條项項天周週号號页頁楼樓层層届屆成倍％]"
TOKENS = [re.compile(pattern) for pattern in (
    rf"(?:\+\d{{1,3}}{SEP})?\(?\d{{2,4}}\)?{SEP}\d{{2,4}}{SEP}\d{{2,4}}(?:{SEP}\d{{2,4}})*(?!\d)",
    r"\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}",
    r"\d{1,3}(?:[ \u00a0\u202f,]\d{3})+(?!\d)",
    rf"\d[\d.,]*{BLANK}?{UNITS}",
    rf"\d[\d.,]*{MEASURE_WORDS}",
    r"[฿$€£¥№#]\s?\d[\d.,]*",
    r"\d[\d.,]*\d",
    # Canada Post's addressing guidelines; the Spanish Academy's n.º; a Thai day with its month and year.
    r"(?<![A-Za-z0-9])[A-Z]\d[A-Z][ \u00a0]\d[A-Z]\d(?![A-Za-z0-9])",
    rf"(?<!\w)[nN]\.[ºª°]{BLANK}\d+",
    rf"วันที่{BLANK}\d{{1,2}}{BLANK}[\u0e01-\u0e4e.]+{BLANK}(?:พ\.ศ\.{BLANK})?\d{{4}}",
    "——|……|ฯลฯ",
    "\\S[\u00a0\u202f\u2060]+\\S",
)]
URL = re.compile(r"(?:https?://|www\.)[^\s，。、；：）」”]+")
# A mailbox's address breaks before its marks, and where that does not help after a hyphen.
MAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")
# Where words of Korean are joined: after marks of lists, and beside brackets.
KO_JOINS = re.compile(r"(?<=[\w)][·/,~～])(?=[\w(])|(?<=[가-힣])(?=\()|(?<=\))(?=[가-힣])")
LETTERS = re.compile(r"[^\W\d_]+")


def language(tag):
    first = tag.split("-")[0]
    return first if first in ROWS else "latin"


@functools.cache
def glossary(project, tag):
    file = pathlib.Path(project, "locales", tag, "locale.toml")
    return tuple(tomllib.loads(file.read_text("utf8")).get("glossary", [])) if file.is_file() else ()


@functools.cache
def trie(words):
    return Trie(set(thai_words()) | set(words))


@functools.cache
def thai_ends(text, words):
    """Where words end by PyThaiNLP's newmm."""
    ends, at = set(), 0
    for word in word_tokenize(text, custom_dict=trie(words), engine="newmm", keep_whitespace=True):
        at += len(word)
        ends.add(at)
    return ends


@functools.cache
def clusters(text):
    return tcc_pos(text)


def is_thai(characters):
    return all("\u0e01" <= c <= "\u0e4e" and c != "฿" for c in characters)


class Paragraph:
    """Lines of one paragraph with the places where it was broken, forced ends left out."""

    def __init__(self, tag, message, role, lines, align, project):
        self.tag, self.language, self.message, self.role, self.lines, self.align = tag, language(tag), message, role, lines, align
        self.text = "".join(line["text"] for line in lines)
        self.glossary = glossary(project, tag)
        self.breaks, at = [], 0
        for line in lines[:-1]:
            at += len(line["text"])
            if line["end"] not in ENDS:
                self.breaks.append((at, line))

    def shown(self, at):
        return f"{self.text[max(0, at - 24):at]}|{self.text[at:at + 24]}".replace("\u2028", "↵")

    def faults(self):
        """Each broken hard rule with the place."""
        for at, line in self.breaks:
            for rule in self.faults_at(at, line):
                yield rule, self.shown(at)
        # A paragraph of Chinese is flush, all of it, or set from its start.
        run, stretched = 0, any(line["ratio"] for line in self.lines)
        for line in self.lines:
            run = run + 1 if line["end"] == "hyphen" else 0
            if run > 2:
                yield "hyphen", f"{run} in a row: {line['text']}"
            if line["width"] > line["measure"] + TOLERANCE:
                yield "over", f"{line['width']} > {line['measure']}: {line['text']}"
            inner = line["end"] not in ENDS
            flush = self.language == "zh" and stretched and self.role not in DISPLAY and not is_rigid(line)
            if flush and inner and abs(line["width"] - line["measure"]) > TOLERANCE:
                yield "flush", f"{line['width']} of {line['measure']}: {line['text']}"
            if flush and inner and max(line["ratio"], by_squares(line)) > LOOSE + 0.01:
                yield "torn", f"{line['ratio']}, {by_squares(line):.2f}: {line['text']}"

    def faults_at(self, at, line):
        text = self.text
        before, after = text[:at].rstrip(SPACES), text[at:].lstrip(SPACES)
        if not before or not after:
            return
        never_starts, never_ends = ROWS[self.language]
        apostrophe = self.language == "latin" and after[0] == "’" and after[1:2].isalpha()
        # A dash that closes follows its words without a space, one that opens precedes them without one.
        closing = self.language == "latin" and after[0] == "—" and text[at - 1] not in SPACES
        opening = self.language == "latin" and before[-1] == "—" and before[-2:-1] in ("", " ") and text[at - 1] == "—"
        in_url = inside([URL], text, at)
        if not in_url and not inside([MAIL], text, at) and ((after[0] in never_starts and not apostrophe) or closing):
            yield "start"
        if line["end"] != "hyphen" and not in_url and (before[-1] in never_ends or opening):
            yield "end"
        in_mail = inside([MAIL], text, at)
        joined = any(join.start() == at for join in KO_JOINS.finditer(text))
        address = in_url or in_mail
        if self.language == "ko" and not address and not joined and text[at - 1] not in SPACES + "-\u2010\u00ad":
            yield "word"
        # A web address breaks after a slash and before marks only.
        parted = text[at - 1] != "/" and text[at] not in ".?&#" if in_url else inside(TOKENS, text, at)
        if text[at] not in "@." and text[at - 1] not in "-_" if in_mail else parted:
            yield "token"
        if self.language == "th" and is_thai(text[at - 1] + text[at]) and at not in clusters(text):
            yield "tcc"
        # Running Chinese breaks between any two characters, also of a term.
        running = self.language == "zh" and self.role not in DISPLAY
        words = [] if running else [*EVERYDAY.get(self.language, []), *self.glossary]
        if any(start < at < start + len(word) for word in words for start in found(text, word)):
            yield "gloss"
        if line["end"] == "hyphen" and not self.may_hyphenate(at):
            yield "hyphen"

    def may_hyphenate(self, at):
        """Words of six letters and more, two left and three right (three and three when ragged), no capitals, none in a
        heading, none at the paragraph's end, none beside a hyphen of its own."""
        word = next((m for m in LETTERS.finditer(self.text) if m.start() < at < m.end()), None)
        if word is None or self.role in DISPLAY or word[0] != word[0].lower() or len(word[0]) < 6:
            return False
        left, right = at - word.start(), word.end() - at
        beside = self.text[word.start() - 1 : word.start()] + self.text[word.end() : word.end() + 1]
        last = not any(c.isalpha() for c in self.text[word.end() :])
        least = 2 if self.align == "justify" else 3
        return left >= least and right >= 3 and not set(beside) & set("-\u2010\u2011") and not last

    def at_words(self):
        """How many of the breaks in Thai are between words of newmm."""
        ends = thai_ends(self.text, self.glossary)
        return sum(at in ends or not is_thai(self.text[at - 1] + self.text[at]) for at, _ in self.breaks)

    def is_runt(self):
        if len(self.lines) < 2 or self.role in DISPLAY or self.lines[-2]["end"] in ENDS:
            return False
        last = self.lines[-1]["text"]
        if self.lines[-1]["width"] < REMNANT * self.lines[-1]["measure"] - TOLERANCE:
            return True
        if self.language == "th":
            start = len(self.text) - len(last)
            ends = sorted(end for end in thai_ends(self.text, self.glossary) if end > start)
            words = [self.text[a:b] for a, b in zip([start, *ends], ends)]
            held = sum(any(c.isalnum() for c in word) for word in words)
        else:
            held = sum(c.isalnum() for c in last)
        return held < RUNT[self.language]

    def loose(self):
        """How many lines are loose by the composer's ratio, and by the spaces alone."""
        if self.role in DISPLAY or self.align != "justify":
            return 0, 0
        inner = [line for line in self.lines if line["end"] not in ENDS]
        return sum(line["ratio"] > LOOSE for line in inner), sum(by_spaces(line) > LOOSE for line in inner)

    def slack(self):
        """The share of the measure that each ragged line leaves."""
        if self.role in DISPLAY or self.align == "justify":
            return []
        inner = [line for line in self.lines if line["end"] not in ENDS]
        return [(line["measure"] - line["width"]) / line["measure"] for line in inner]


def is_rigid(line):
    """Whether nothing in the line can stretch: a single character, a piece of a web address."""
    shown = line["text"].strip(SPACES)
    pairs = list(zip(shown, shown[1:]))
    between = any(is_wide(a) and is_wide(b) or a.isalnum() and b.isalnum() and is_wide(a) != is_wide(b) for a, b in pairs)
    return not between and " " not in shown


def is_wide(character):
    return "\u2e80" <= character <= "\uffef" or character in "“”‘’—…·"


def inside(patterns, text, at):
    return any(match.start() < at < match.end() for pattern in patterns for match in pattern.finditer(text))


def found(text, word):
    return (match.start() for match in re.finditer(re.escape(word), text))


def by_spaces(line):
    spaces = line["text"].rstrip(SPACES).count(" ")
    missing = line["measure"] - line.get("natural", line["measure"])
    if missing <= 0.001:
        return 0.0
    return missing / (SPACE_STRETCH * line["size"] * spaces) if spaces else 20.0


def by_squares(line):
    """What a line of Chinese is stretched by, over what its gaps may grow: told from its text and its natural width."""
    shown = line["text"].strip(SPACES)
    room = 0.0
    for a, b in zip(shown, shown[1:]):
        if a == " ":
            room += SPACE_STRETCH
        elif a.isalnum() and b.isalnum() and is_wide(a) != is_wide(b):
            room += MIXED_STRETCH
        elif is_wide(a) and is_wide(b) and not hugs(a, b):
            room += SQUARE_STRETCH
    missing = line["measure"] - line.get("natural", line["measure"])
    return missing / (room * line["size"]) if missing > TOLERANCE and room else 0.0


def hugs(a, b):
    """Whether marks keep to their neighbour: two dashes are one, an opener and what it opens, a closer or a pause and what it ends."""
    return a == b and a in "—…" or a in OPENERS + WIDE_OPENERS or b in CLOSERS + WIDE_CLOSERS + "，。、；：？！·・"


def paragraphs(file, project):
    """The paragraphs of a file, each under the name of its setting."""
    if file.suffix == ".jsonl":
        for line in file.open(encoding="utf8"):
            block = json.loads(line)
            wide = block["measure"] / block["size"]
            measure = f"{wide:g} em" if abs(wide - round(wide)) < 1e-4 else f"{block['measure'] * 25.4 / 72:.1f} mm"
            setting = f"{measure}, {block['size']:g} pt, {block['align']}"
            if block["lines"]:
                yield setting, Paragraph(block["tag"], block["message"], block["role"], block["lines"], block["align"], project)
        return
    for page in json.loads(file.read_text("utf8"))["pages"]:
        for block in (block for panel in page["panels"] for block in panel["blocks"]):
            rest = block["lines"]
            while rest:
                end = next((at for at, line in enumerate(rest, 1) if line["end"] == "paragraph"), len(rest))
                lines, rest = rest[:end], rest[end:]
                align = "justify" if any(line["ratio"] for line in lines) else "start"
                yield file.parent.name, Paragraph(block["lang"], block["message"], block["role"], lines, align, project)


def tally(paragraph, count, shown):
    count["paragraphs"] += 1
    count["lines"] += len(paragraph.lines)
    count["ends"] += len(paragraph.breaks)
    for rule, place in paragraph.faults():
        count[rule] += 1
        shown.append((rule, paragraph.tag, paragraph.message, place))
    if paragraph.language == "th":
        count["at words"] += paragraph.at_words()
    count["hyphens"] += sum(line["end"] == "hyphen" for line in paragraph.lines)
    count["emerg"] += sum(line["end"] == "emergency" for line in paragraph.lines)
    runt, ragged = paragraph.is_runt(), paragraph.align != "justify"
    count["runts"] += runt
    count["runts of ragged"] += runt and ragged
    count["ragged paragraphs"] += ragged
    declared, spaces = paragraph.loose()
    count["loose"] += declared
    count["spaces"] += spaces
    slack = paragraph.slack()
    count["slack"] += sum(slack)
    count["ragged"] += len(slack)
    count["worst"] = max([count["worst"], *slack])


def report(seen):
    columns = ["lines", *HARD, "hyphens", "emerg", "runts", "loose", "spaces", "slack", "worst"]
    setting = None
    for (name, tag), count in seen.items():
        if name != setting:
            setting = name
            print(f"\n{name}\n{'':8}" + "".join(f"{column:>8}" for column in columns))
        cells = {column: str(count[column]) for column in columns}
        cells["newmm"] = f"{100 * count['at words'] / count['ends']:.1f}%" if count["at words"] else "–"
        cells["spaces"] = cells["spaces"] if language(tag) == "latin" else "–"
        cells["slack"] = f"{100 * count['slack'] / count['ragged']:.1f}%" if count["ragged"] else "–"
        cells["worst"] = f"{100 * count['worst']:.0f}%" if count["ragged"] else "–"
        print(f"{tag:8}" + "".join(f"{cells[column]:>8}" for column in columns))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("files", nargs="+", type=pathlib.Path)
    parser.add_argument("--project", default=".", help="whose locales/<tag>/locale.toml hold glossaries")
    parser.add_argument("--together", action="store_true", help="counts all settings of a file as one")
    parser.add_argument("--loose", default="", help="the most loose lines that each language may have")
    args = parser.parse_args()
    seen, shown = collections.defaultdict(collections.Counter), []
    for file in args.files:
        for setting, paragraph in paragraphs(file, args.project):
            tally(paragraph, seen[file.stem if args.together else setting, paragraph.tag], shown)
    for (setting, tag), count in seen.items():
        if tag == "th" and count["at words"] < 0.99 * count["ends"]:
            count["newmm"] += 1
            shown.append(("newmm", tag, setting, f"{count['at words']} of {count['ends']} line ends are between words"))
    for (setting, tag), count in seen.items():
        runts, ragged = count["runts of ragged"], count["ragged paragraphs"]
        if runts > RUNTS * ragged:
            shown.append(("runts", tag, setting, f"{runts} of {ragged} ragged paragraphs end in one"))
    seen = dict(sorted(seen.items()))
    report(seen)
    for limit in filter(None, args.loose.split(",")):
        tag, most = limit.split("=")
        loose = max(count["loose"] for (_, known), count in seen.items() if known == tag)
        if loose > int(most):
            shown.append(("loose", tag, "", f"{loose} lines, at most {most}"))
    once = collections.Counter(shown)
    print(f"\n{len(shown)} hard rules broken, {len(once)} places")
    for (rule, *where), times in list(once.items())[:SHOWN]:
        print(f"  {rule:7}", *where, f"({times} times)" if times > 1 else "")
    sys.exit(bool(shown) or not seen)


if __name__ == "__main__":
    main()
