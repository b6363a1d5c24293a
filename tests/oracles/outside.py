#!/usr/bin/env python3
"""Checks built leaflets by poppler, mutool, pypdf, pdf.js and qpdf.
usage: outside.py [--project FOLDER] [--pdfjs FOLDER] FOLDER...

Each folder holds PDFs and, beside each, the placed leaflet as JSON. Of every PDF: qpdf finds nothing wrong; every face is
embedded, subset and mapped to Unicode; its pages are those of the placed leaflet; poppler, mutool, pypdf and, where the folder
that npm put it into is given, pdf.js give back the text that was set, white space aside: each block in one piece, as often as it is printed, and beside the blocks nothing but numerals
and running lines; and its tags, as poppler reads them, hold the text in the order of the project's manifest, wherever the fold
puts it, with headings that skip no level. For each tool the share of characters is told that came back in their blocks.
"""
import collections
import json
import pathlib
import re
import subprocess
import sys
import tomllib
import unicodedata

import pypdf

# Numerals of sections and steps, the language's names and the margin line: more than this is text that was not set.
FURNITURE = 220
# And the slug lines of the sides of sheets for a press that wants them, which is called so.
SLUG = 300
# How often each panel is printed: cards ten times, the strips of a poster too.
COPIES = {"card": 10, "poster": 10}


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def squeeze(text):
    # The soft hyphen is how an added hyphen reads.
    return unicodedata.normalize("NFC", re.sub(r"[\s\u00ad\u2028\u2029\ufeff]", "", text))


def blocks(placed):
    """Message, language and text of each part of a block, in the order of the panels."""
    panels = (panel for page in placed["pages"] for panel in page["panels"])
    for panel in sorted(panels, key=lambda panel: panel["panel"]):
        for block in panel["blocks"]:
            yield block["message"], block["lang"], squeeze("".join(line["text"] for line in block["lines"]))


def manifest_order(project, stem):
    """The messages of a leaflet as its manifest lists them."""
    manifest = tomllib.loads((project / "polyleaf.toml").read_text("utf8"))
    for leaflet in manifest["leaflet"]:
        if stem.startswith(leaflet["name"] + "-"):
            for block in (block for section in leaflet["section"] for block in section["blocks"]):
                if "only" in block and not any(f"-{layout}-" in stem for layout in block["only"]):
                    continue
                yield from block.get("items", [block.get("text")])
                yield from (block[key] for key in ("by", "caption", "note") if key in block)


def tags(pdf):
    """The tags as poppler reads them: types, and texts without those of labels."""
    kinds, texts, label = [], [], None
    for line in run("pdfinfo", "-struct-text", pdf).splitlines():
        bare = line.lstrip()
        depth = len(line) - len(bare)
        if label is not None and depth <= label:
            label = None
        if bare.startswith('"'):
            if label is None:
                texts.append(bare.strip('"') if bare.endswith('"') else bare[1:])
        elif bare and not bare.startswith("/"):
            kinds.append(bare.split()[0].rstrip(":"))
            if kinds[-1] == "Lbl":
                label = depth
    return kinds, squeeze("".join(texts))


def out_of_order(pdf, placed, project):
    """What the tags hold otherwise than the manifest does."""
    kinds, text = tags(pdf)
    parts = collections.defaultdict(str)
    for message, lang, part in blocks(placed):
        parts[message, lang] += part
    langs = sorted({lang for _, lang in parts}, key=lambda lang: [lang for _, lang in parts].index(lang))
    order = [(message, lang) for message in manifest_order(project, pdf.stem) for lang in langs]
    # A message may stand in several places of a leaflet.
    wanted = "".join(parts[key][: len(parts[key]) // order.count(key)] for key in order if key in parts)
    if set(parts) - set(order):
        yield f"the manifest lacks {set(parts) - set(order)}"
    if text != wanted:
        at = next((i for i, (a, b) in enumerate(zip(text, wanted)) if a != b), min(len(text), len(wanted)))
        yield f"the tags read {text[at : at + 40]!r}, where the manifest has {wanted[at : at + 40]!r}"
    levels = [0] + [int(kind[1]) for kind in kinds if re.fullmatch("H[1-6]", kind)]
    if any(next > level + 1 for level, next in zip(levels, levels[1:])):
        yield f"headings of levels {levels[1:]}"
    for kind in ("Document", "Sect", "P"):
        if kind not in kinds:
            yield f"no {kind} among the tags"


def lost(text, placed, copies):
    """The messages that the text lacks, and what is left of it without those that it has."""
    missing, rest = collections.Counter(), text
    for message, _, block in sorted(blocks(placed), key=lambda item: -len(item[2])):
        if block in rest:
            rest = rest.replace(block, "\n", copies)
        else:
            missing[message] += len(block)
    return missing, rest


def read_by_pdfjs(folder, pdfs):
    """The texts of all files: node takes longer to start than to read one."""
    script = pathlib.Path(__file__).with_name("pdfjs.mjs")
    lines = run("node", script, folder, *pdfs).strip().split("\n") if folder and pdfs else []
    return dict(zip(pdfs, map(json.loads, lines), strict=bool(lines)))


def problems(pdf, project, by_pdfjs, shares):
    placed = json.loads(pdf.with_suffix(".json").read_text("utf8"))
    subprocess.run(["qpdf", "--check", pdf], check=True, capture_output=True)
    faces = run("pdffonts", pdf).splitlines()[2:]
    for face in faces:
        if face.split()[-5:-2] != ["yes", "yes", "yes"]:
            yield f"face not embedded, subset or mapped: {face}"
    if not faces:
        yield "no faces"
    boxes = re.findall(r"Page +\d+ TrimBox: +([\d.]+) +([\d.]+) +([\d.]+) +([\d.]+)", run("pdfinfo", "-box", "-l", "99", pdf))
    sizes = [(right - left, top - bottom) for left, bottom, right, top in (map(float, box) for box in boxes)]
    wanted = [(page["width_pt"], page["height_pt"]) for page in placed["pages"]]
    if len(sizes) != len(wanted) or any(abs(a - b) > 0.03 for pair in zip(sizes, wanted) for a, b in zip(*pair)):
        yield f"pages of {sizes}, not {wanted}"
    copies = COPIES.get(pdf.stem.split("-")[0], 1)
    # A shop that wants single pages puts cards on sheets itself; shoe cards are cut from one.
    if pdf.stem.startswith("card-") and "-shoe-card-" not in pdf.stem and re.search("-press(-mono)?$", pdf.stem):
        copies = 1
    texts = {
        "poppler": run("pdftotext", "-raw", pdf, "-"),
        "mutool": run("mutool", "draw", "-q", "-F", "txt", pdf),
        "pypdf": "\n".join(page.extract_text() for page in pypdf.PdfReader(pdf).pages),
    }
    if pdf in by_pdfjs:
        texts["pdf.js"] = by_pdfjs[pdf]
    length = sum(len(block) for _, _, block in blocks(placed))
    for name, text in texts.items():
        if "\ufffd" in text:
            yield f"{name} gives U+FFFD"
        missing, rest = lost(squeeze(text), placed, copies)
        shares[name] += collections.Counter(set=length, lost=sum(missing.values()))
        if missing:
            yield f"{name} does not give back {', '.join(missing)}"
        elif len(rest.replace("\n", "")) > FURNITURE * copies + SLUG * ("-press-sheets" in pdf.stem):
            yield f"{name} gives more than was set: {rest[:300]!r}"
    yield from out_of_order(pdf, placed, project)


def main():
    folders, options = sys.argv[1:], {"--project": ".", "--pdfjs": None}
    while folders[:1] and folders[0] in options:
        options[folders[0]] = folders[1]
        folders = folders[2:]
    project = pathlib.Path(options["--project"])
    seen, shares = collections.Counter(), collections.defaultdict(collections.Counter)
    pdfs = sorted(pdf for folder in folders for pdf in pathlib.Path(folder).glob("*.pdf"))
    by_pdfjs = read_by_pdfjs(options["--pdfjs"], pdfs)
    for pdf in pdfs:
        for problem in problems(pdf, project, by_pdfjs, shares):
            print(f"{pdf.name}: {problem}")
            seen["problems"] += 1
        seen["files"] += 1
    for name, share in shares.items():
        print(f"{name} gives back {1 - share['lost'] / share['set']:.2%} of {share['set']} characters")
    print(f"{seen['files']} files checked, {seen['problems']} problems")
    sys.exit(bool(seen["problems"]) or not seen["files"])


main()
