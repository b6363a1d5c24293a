#!/usr/bin/env python3
"""Checks files for a press by Ghostscript's separations and pypdf.   usage: press.py FILE.pdf...

Beside each file lies the placed leaflet as JSON. Boxes are nested, and those of the trim and the bleed equal the paper and its
bleed to 0.01 mm; nothing is in DeviceRGB; no point of the sheet takes more than 240 % ink; within the trim, all text
is on the black plate alone but bold type from 12 pt, whose places mutool tells. Sheets, which are those of a press by that name,
have their marks outside the bleed: none, which is full black, lies between it and the trim, and some lie beyond. All other
files end where the bleed does. Each run first paints the black of
one file anew in cyan and magenta, and fails where that is not found."""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import numpy
import PIL.Image
import pypdf

DPI = 72
INK = 2.4
# 0.125 in for papers of inches, 3 mm for those of millimetres, in points; and 0.01 mm.
BLEED = {"letter": 9.0, "legal": 9.0, "tabloid": 9.0, "18x24": 9.0, "24x36": 9.0}
MILLIMETRES, CLOSE = 3 * 72 / 25.4, 0.01 * 72 / 25.4


def plates(pdf, folder, *only):
    """The plates of each page: page -> ink -> share of ink at each point."""
    command = ["gs", "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=tiffsep", f"-r{DPI}", *only, f"-sOutputFile={folder}/%d.tif", pdf]
    subprocess.run(command, check=True, capture_output=True)
    found = {}
    for plate in pathlib.Path(folder).glob("*(*).tif"):
        page, ink = re.fullmatch(r"(\d+)\((.+)\)", plate.stem).groups()
        found.setdefault(int(page), {})[ink] = 1 - numpy.asarray(PIL.Image.open(plate).convert("L")) / 255
    return [found[page] for page in sorted(found)]


def within(plate, page, box, spare=0):
    """The part of a plate within a box of the page, less a spare on each side."""
    left, bottom, right, top = (float(side) for side in box)
    height = float(page.mediabox.height)
    rows = slice(round(height - top) + spare, round(height - bottom) - spare)
    return plate[rows, round(left) + spare : round(right) - spare]


def problems(pdf):
    placed = json.loads(pdf.with_suffix(".json").read_text("utf8"))
    paper = re.fullmatch(r".*-([^-]+)-press(-sheets)?(-mono)?", pdf.stem)
    bleed, sheets = BLEED.get(paper[1], MILLIMETRES), bool(paper[2])
    pages = pypdf.PdfReader(pdf).pages
    for page, wanted in zip(pages, placed["pages"], strict=True):
        media, outer, trim = page.mediabox, page.bleedbox, page.trimbox
        off = [float(trim.width) - wanted["width_pt"], float(trim.height) - wanted["height_pt"]]
        off += [float(trim.left - outer.left) - bleed, float(outer.right - trim.right) - bleed]
        off += [float(trim.bottom - outer.bottom) - bleed, float(outer.top - trim.top) - bleed]
        if any(abs(length) > CLOSE for length in off):
            yield f"boxes off by {off} pt"
        if not sheets and list(media) != list(outer):
            yield f"the page is not its trim with bleed: {media} {outer}"
        if sheets and not (media.left < outer.left and media.bottom < outer.bottom and outer.right < media.right and outer.top < media.top):
            yield f"boxes not nested: {media} {outer}"
        if "/Annots" in page:
            yield "annotations"
    plain = subprocess.run(["qpdf", "--qdf", "--object-streams=disable", pdf, "-"], check=True, capture_output=True).stdout
    if b"/DeviceRGB" in plain or re.search(rb"[\d.] (rg|RG)\n", plain):
        yield "DeviceRGB"
    with tempfile.TemporaryDirectory() as folder:
        for page, inks in zip(pages, plates(pdf, folder), strict=True):
            most = within(sum(inks.values()), page, page.bleedbox, 1).max()
            if most > INK + 0.01:
                yield f"{most:.0%} ink"
            if not sheets:
                continue
            band = inks["Black"].copy()
            within(band, page, page.trimbox, -1)[:] = 0
            if within(band, page, page.bleedbox, 1).max() > 0.996:
                yield "a mark between trim and bleed"
            within(band, page, page.bleedbox, -1)[:] = 0
            if band.max() < 0.5:
                yield "no mark beyond the bleed"
    yield from text_problems(pdf)


def large_type(pdf):
    """Where each page has bold type of 12 pt or more, from its top left, in points."""
    told = subprocess.run(["mutool", "draw", "-q", "-F", "stext", "-o", "-", pdf], check=True, capture_output=True).stdout
    for page in told.decode("utf8").split("<page ")[1:]:
        areas, large = [], False
        for face, size, quad in re.findall(r'<font name="([^"]*)" size="([^"]*)"|<char quad="([^"]*)"', page):
            if face:
                large = "Bold" in face and float(size) >= 11.95
            elif large:
                corners = [float(number) for number in quad.split()]
                areas.append((min(corners[::2]), min(corners[1::2]), max(corners[::2]), max(corners[1::2])))
        yield areas


def without_areas(plate, areas, spare=2):
    """A plate with nothing in those areas."""
    plate = plate.copy()
    for left, top, right, bottom in areas:
        plate[max(int(top) - spare, 0) : int(bottom) + spare + 1, max(int(left) - spare, 0) : int(right) + spare + 1] = 0
    return plate


def text_problems(pdf):
    """Against the same file with its text left out by Ghostscript: with text, no plate but the black one holds more ink, large
    bold type aside."""
    letters = 0
    with tempfile.TemporaryDirectory() as whole, tempfile.TemporaryDirectory() as bare:
        pages = pypdf.PdfReader(pdf).pages
        sides = zip(pages, plates(pdf, whole), plates(pdf, bare, "-dFILTERTEXT"), large_type(pdf), strict=True)
        for page, inks, without, large in sides:
            for ink, plate in inks.items():
                more = plate - without.get(ink, 0)
                if ink == "Black":
                    letters += (within(more, page, page.trimbox) > 0.5).sum()
                elif within(without_areas(more, large), page, page.trimbox).max(initial=0) > 0.01:
                    yield f"text on the plate of {ink}"
    if not letters:
        yield "no text on the black plate"


def blind(pdf):
    """Whether text in cyan and magenta would go unseen. The new operands are as long as the old, so that offsets hold."""
    with tempfile.TemporaryDirectory() as folder:
        changed = pathlib.Path(folder) / pdf.name
        plain = subprocess.run(["qpdf", "--qdf", "--object-streams=disable", pdf, "-"], check=True, capture_output=True).stdout
        changed.write_bytes(plain.replace(b"\n0 0 0 1 k\n", b"\n1 1 0 0 k\n"))
        found = set(text_problems(changed))
    return not {"text on the plate of Cyan", "text on the plate of Magenta"} <= found


def main():
    files = [pathlib.Path(name) for name in sys.argv[1:]]
    found = [f"{pdf.name}: {problem}" for pdf in files for problem in problems(pdf)]
    if files and blind(files[0]):
        found.append(f"{files[0].name}: its text in other inks was not found")
    print(*found, f"{len(files)} press files checked, {len(found)} problems", sep="\n")
    sys.exit(bool(found) or not files)


main()
