#!/usr/bin/env python3
"""Holds that lines.py sees what it is there to see: each case is a paragraph broken at `|` (`~` with a hyphen added) and the
rules that it breaks."""
import re

from lines import Paragraph

CASES = [
    ("en", "free and| equal", ""),
    ("en", "free| , equal", "start"),
    ("en", "say “|yes”", "end"),
    ("en", "call 416-906|-3098 now", "token"),
    ("en", "call (416) |906-3098 now", "token"),
    ("en", "at a.b@|c.org now", "token"),
    ("en", "at a.b|@c|.org now", ""),
    ("en", "at M5V |2T6 now", "token"),
    ("es", "piso n.º |5", "token"),
    ("ko", "한국어·|영어(|불어)", "end word"),
    ("ko", "한국어·|영어|(불어)|를", ""),
    ("th", "วันที่ 1 |มกราคม พ.ศ. 2569", "token"),
    ("zh-Hans", "电话６０４－|５５５－０１００", "token"),
    ("en", "on 2015-11|-03 now", "token"),
    ("en", "the 30 |% of it", "token"),
    ("en", "https://www|.a.org/|b", ""),
    ("en", "https://www.a.o|rg/b", "token"),
    ("en", "no|\u00a0break", "token"),
    ("en", "a consti~tution for all", ""),
    ("en", "a con~s~ti~tution for all", "hyphen"),
    ("en", "a consti~tution", "hyphen"),
    ("en", "an Ameri~can for all", "hyphen"),
    ("en", "the non-gov~erning one", "hyphen"),
    ("en", "the laws of a co~operation here", "hyphen"),
    ("fr", "la loi |: oui", "start"),
    ("fr", "« oui |» dit", "start"),
    ("fr", "« |oui » dit", "end"),
    ("es", "—|No —dijo", "end"),
    ("es", "ella|—; no", "start"),
    ("es", "¿|Y", "end"),
    ("ko", "모든 |사람은", ""),
    ("ko", "모든 사|람은", "word"),
    ("ko", "“|모든", "end word"),
    ("ko", "그는 (나)|. 또", "start word"),
    ("th", "สวัสดี|ครับ", ""),
    ("th", "ต้อง|การ", "gloss"),
    ("th", "มาก|ๆ", "start"),
    ("th", "เ|ด็ก", "end tcc"),
    ("th", "น|้ำ", "start tcc"),
    ("th", "กรุงเทพ|ฯลฯ", "start"),
    ("zh-Hans", "人人生|而自由", ""),
    ("zh-Hans", "人人|，自由", "start"),
    ("zh-Hans", "人人（|自由）", "end"),
    ("zh-Hans", "人人—|—自由", "start token"),
    ("zh-Hant", "有11|名女性", "token"),
    ("zh-Hant", "說：「|人人」", "end"),
]


def paragraph(tag, marked):
    parts = re.split(r"([|~])", marked)
    ends = ["word" if mark == "|" else "hyphen" for mark in parts[1::2]] + ["paragraph"]
    facts = {"width": 10.0, "measure": 10.0, "size": 10.0, "ratio": 0.0}
    lines = [{"text": text, "end": end, **facts} for text, end in zip(parts[::2], ends)]
    return Paragraph(tag, "", "paragraph", lines, "start", ".")


for tag, marked, wanted in CASES:
    found = " ".join(sorted(rule for rule, _ in paragraph(tag, marked).faults()))
    assert found == wanted, (tag, marked, found, wanted)

short = paragraph("zh-Hans", "人人生|而自由")
short.lines[0].update(width=9.8, ratio=0.4)
assert [rule for rule, _ in short.faults()] == ["flush"], "beside lines that are flush all are"
short.lines[0]["ratio"] = 0.0
assert not list(short.faults()), "a paragraph that is set from its start is not"
for ratio, natural in [(1.6, 9.9), (1.0, 9.0)]:
    torn = paragraph("zh-Hans", "人人生|而自由")
    torn.lines[0].update(ratio=ratio, natural=natural, size=2.0)
    assert [rule for rule, _ in torn.faults()] == ["torn"], (ratio, natural)
wide = paragraph("en", "free |and")
wide.lines[0]["width"] = 10.2
assert [rule for rule, _ in wide.faults()] == ["over"]
runts = [("en", "free and equal in |rights.", 1), ("en", "free |and equal", 0), ("zh-Hans", "人人生而|自由。", 1), ("ko", "모든 |됩니다", 1)]
for tag, marked, count in runts + [("th", "สิทธิและ|เสรีภาพ", 1), ("th", "สิทธิ|และเสรีภาพ", 0)]:
    assert paragraph(tag, marked).is_runt() == count, (tag, marked)
remnant = paragraph("en", "free and equal |in all respects")
remnant.lines[1]["width"] = 1.8
assert remnant.is_runt(), "a fifth of the measure is too little, whatever stands there"
