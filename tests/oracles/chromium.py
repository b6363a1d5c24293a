#!/usr/bin/env python3
"""Lets Chromium break every paragraph and asks whether we could.   usage: chromium.py FONTS < `compose breaks`

Headless Chromium sets the paragraphs at MEASURES, with our faces, strict kinsoku, Korean by word and no hyphens; every
place where it starts a line must be one where ours may start. A place that we forbid on purpose is counted under its reason.
"""
import collections
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from lines import TOKENS, URL, inside

TAGS = ["en", "es", "fr", "tl", "ko", "zh-Hans", "zh-Hant"]
MEASURES = [(83, 11), (60, 9)]  # mm, pt
FACES = {"ko": "NotoSansCJK-Regular.ttc", "zh-Hans": "NotoSansCJK-Regular.ttc", "zh-Hant": "NotoSansCJK-Regular.ttc"}
SHOWN = 30

# What we forbid on purpose: languages, what stands before the place and what after it, the reason.
ON_PURPOSE = [
    ({"fr"}, " ", "[;:!?»›]|(?<=[«‹] )", "French marks, though the text has a plain blank beside them"),
    ({"ko"}, r"[^\s\u200b\u2010-]", r"[(\[‘“「『《〈·\w]", "Korean word: it is broken at its spaces only (KLReq 3.3.1)"),
    ({"en", "es", "fr", "tl"}, r"\S", "—", "dash that closes: it stays with the words before it"),
    ({"en", "es", "fr", "tl"}, r"(?<!\w)\w{1,2}[-\u2010]", r"\w", "compound with one or two letters before its hyphen"),
    ({"en", "es", "fr", "tl"}, r"\w[-\u2010]", r"\w{1,2}(?!\w)", "compound with one or two letters after its hyphen"),
]

SCRIPT = """
const found = [];
for (const block of document.querySelectorAll('p')) {
  const node = block.firstChild, text = node.data, range = document.createRange();
  let top = -1e9, starts = [];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === ' ' || (text.charCodeAt(at) & 0xfc00) === 0xdc00) continue;
    range.setStart(node, at); range.setEnd(node, at + 1);
    const box = range.getClientRects()[0];
    if (!box || box.height === 0) continue;
    const middle = (box.top + box.bottom) / 2;
    if (middle > top + 8) { if (at > 0) starts.push(at); top = middle; }
  }
  found.push([block.id, starts.filter(at => at > 0)]);
}
document.body.innerHTML = '';
document.body.appendChild(document.createElement('pre')).textContent = '@@' + JSON.stringify(found) + '@@';
"""


def page(paragraphs, fonts):
    faces = {file for file in FACES.values()} | {"NotoSans-Regular.ttf"}
    style = "".join(f"@font-face{{font-family:'{face}';src:url('{(fonts / face).resolve().as_uri()}')}}" for face in sorted(faces))
    style += "p{white-space:normal;line-break:strict;hyphens:none;text-wrap:wrap;line-height:24px;margin:0 0 24px}"
    style += "p:lang(ko){word-break:keep-all}"
    out = [f"<!doctype html><meta charset=utf-8><style>{style}</style><body>"]
    for measure, size in MEASURES:
        for at, paragraph in enumerate(paragraphs):
            face = FACES.get(paragraph["tag"], "NotoSans-Regular.ttf")
            words = paragraph["text"].replace("&", "&amp;").replace("<", "&lt;")
            out.append(f"<p id='{at}' lang='{paragraph['tag']}' style=\"width:{measure}mm;font:{size}pt/24px '{face}'\">{words}</p>")
    return "\n".join(out + [f"<script>document.fonts.ready.then(() => {{{SCRIPT}}})</script>"])


def line_starts(paragraphs, fonts):
    """For each paragraph and measure, the characters with which Chromium starts its lines."""
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder, "page.html")
        file.write_text(page(paragraphs, fonts), "utf8")
        command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"]
        command += ["--disable-background-networking", "--disable-component-update", "--allow-file-access-from-files"]
        command += [f"--user-data-dir={folder}/user", "--virtual-time-budget=60000", "--dump-dom", file.as_uri()]
        dom = subprocess.run(command, check=True, capture_output=True, text=True, timeout=120).stdout
    return json.loads(re.search(r"@@(.*)@@", dom, re.S)[1])


def segments(line):
    """The paragraph in pieces between forced line ends, each with the characters at which a line may start."""
    paragraph = json.loads(line)
    encoded, start = paragraph["text"].encode("utf8"), 0
    allowed = {len(encoded[:at].decode("utf8")) for at, _ in paragraph["breaks"]}
    for text in paragraph["text"].split("\u2028"):
        inside = {at - start for at in allowed if start < at <= start + len(text)}
        # A line starts with what stands after the spaces.
        starts = {at + len(text[at:]) - len(text[at:].lstrip(" ")) for at in inside}
        yield {key: paragraph[key] for key in ("tag", "message", "glossary")} | {"text": text, "starts": starts}
        start += len(text) + 1


def of_glossary(word):
    """Where a word of the glossary stands: where it starts and ends with letters that have cases, not within a longer word."""
    cased = [letter.lower() != letter.upper() for letter in (word[0], word[-1])]
    return re.compile(r"(?<![^\W\d_])" * cased[0] + re.escape(word) + r"(?![^\W\d_])" * cased[1])


def reason(paragraph, at):
    """Why we forbid the place; `None` where there is no reason."""
    tag, text = paragraph["tag"], paragraph["text"]
    if inside(map(of_glossary, filter(None, paragraph["glossary"])), text, at):
        return "word of the glossary: it is whole"
    if inside([URL], text, at):
        return "web address: it is broken after a slash and before a mark"
    if inside(TOKENS, text, at):
        return "phone, address, date, number with its unit: it is whole"
    for tags, before, after, why in ON_PURPOSE:
        if tag in tags and re.search(f"(?:{before})$", text[:at]) and re.compile(after).match(text, at):
            return why
    return None


def main():
    if not shutil.which("chromium"):
        sys.exit("no chromium here: it is not asked")
    fonts = pathlib.Path(sys.argv[1])
    paragraphs = [segment for line in sys.stdin for segment in segments(line) if segment["tag"] in TAGS]
    seen, shown = collections.defaultdict(collections.Counter), []
    for at, starts in line_starts(paragraphs, fonts):
        paragraph = paragraphs[int(at)]
        tag, text = paragraph["tag"], paragraph["text"]
        utf16 = text.encode("utf-16-le")
        for start in (len(utf16[: 2 * start].decode("utf-16-le")) for start in starts):
            seen[tag]["starts"] += 1
            if start in paragraph["starts"]:
                continue
            why = reason(paragraph, start)
            seen[tag][why or "illegal for us"] += 1
            if why is None:
                shown.append(f"  {tag} {paragraph['message']} {text[max(0, start - 20):start]}|{text[start:start + 20]}")
    for tag, count in sorted(seen.items()):
        print(f"{tag:8}", ", ".join(f"{number} {what}" for what, number in count.items()))
    print(f"{sum(count['starts'] for count in seen.values())} line starts of Chromium, {len(shown)} illegal for us")
    print(*shown[:SHOWN], sep="\n")
    sys.exit(bool(shown) or not seen)


main()
