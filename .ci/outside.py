#!/usr/bin/env python3
"""Checks built leaflets by poppler, mutool and qpdf.   usage: outside.py FOLDER...

Each folder holds PDFs and, beside each, the placed leaflet as JSON. Of every PDF: qpdf finds nothing wrong; every face is
embedded, subset and mapped to Unicode; its pages are those of the placed leaflet; and poppler and mutool give back the text
that was set, white space aside: each block in one piece, as often as it is printed, and beside the blocks nothing but numerals
and running lines.
"""
import collections
import json
import pathlib
import re
import subprocess
import sys
import unicodedata

# Numerals of sections and steps, the language's names and the margin line: more than this is text that was not set.
FURNITURE = 220
# How often each panel is printed: cards ten times, the strips of a poster too.
COPIES = {"card": 10, "poster": 10}


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def squeeze(text):
    # The soft hyphen is how an added hyphen reads.
    return unicodedata.normalize("NFC", re.sub(r"[\s\u00ad\u2028\u2029\ufeff]", "", text))


def blocks(placed):
    for page in placed["pages"]:
        for panel in page["panels"]:
            for block in panel["blocks"]:
                yield block["message"], squeeze("".join(line["text"] for line in block["lines"]))


def lost(text, placed, copies):
    """The messages that the text lacks, and what is left of it without those that it has."""
    missing, rest = [], text
    for message, block in sorted(blocks(placed), key=lambda item: -len(item[1])):
        if block in rest:
            rest = rest.replace(block, "\n", copies)
        else:
            missing.append(message)
    return missing, rest


def problems(pdf):
    placed = json.loads(pdf.with_suffix(".json").read_text("utf8"))
    subprocess.run(["qpdf", "--check", pdf], check=True, capture_output=True)
    faces = run("pdffonts", pdf).splitlines()[2:]
    for face in faces:
        if face.split()[-5:-2] != ["yes", "yes", "yes"]:
            yield f"face not embedded, subset or mapped: {face}"
    if not faces:
        yield "no faces"
    info = run("pdfinfo", "-l", "99", pdf)
    sizes = [tuple(map(float, size)) for size in re.findall(r"Page +\d+ size: +([\d.]+) x ([\d.]+)", info)]
    wanted = [(page["width_pt"], page["height_pt"]) for page in placed["pages"]]
    if len(sizes) != len(wanted) or any(abs(a - b) > 0.03 for pair in zip(sizes, wanted) for a, b in zip(*pair)):
        yield f"pages of {sizes}, not {wanted}"
    copies = COPIES.get(pdf.stem.split("-")[0], 1)
    texts = {"poppler": run("pdftotext", "-raw", pdf, "-"), "mutool": run("mutool", "draw", "-q", "-F", "txt", pdf)}
    for name, text in texts.items():
        if "\ufffd" in text:
            yield f"{name} gives U+FFFD"
        missing, rest = lost(squeeze(text), placed, copies)
        if missing:
            yield f"{name} does not give back {', '.join(missing)}"
        elif len(rest.replace("\n", "")) > FURNITURE * copies:
            yield f"{name} gives more than was set: {rest[:300]!r}"


def main():
    seen = collections.Counter()
    for pdf in sorted(pdf for folder in sys.argv[1:] for pdf in pathlib.Path(folder).glob("*.pdf")):
        for problem in problems(pdf):
            print(f"{pdf.name}: {problem}")
            seen["problems"] += 1
        seen["files"] += 1
    print(f"{seen['files']} files checked, {seen['problems']} problems")
    sys.exit(bool(seen["problems"]) or not seen["files"])


main()
