#!/usr/bin/env python3
"""Draws the README's gallery: every layout in English and Korean, all its pages, as docs/gallery/<layout>.png.
usage: layouts.py POLYLEAF    needs pdftoppm (poppler-utils) and Pillow (PyPI)"""
import json, pathlib, subprocess, sys, tempfile

from PIL import Image

LANGUAGES = ("en", "ko")
WIDTH, GAP, PAPER = 1200, 14, (226, 222, 217)
here = pathlib.Path(__file__).resolve().parent
polyleaf = pathlib.Path(sys.argv[1]).resolve()


def pages(pdf: pathlib.Path, dpi: int) -> list[Image.Image]:
    """The first eight pages."""
    stem = pdf.with_suffix("")
    subprocess.run(["pdftoppm", "-r", str(dpi), "-l", "8", "-png", pdf, stem], check=True)
    return [Image.open(path).convert("RGB") for path in sorted(pdf.parent.glob(f"{pdf.stem}-*.png"))]


def row(images: list[Image.Image]) -> Image.Image:
    """Pages side by side."""
    height = max(image.height for image in images)
    width = sum(image.width for image in images) + GAP * (len(images) + 1)
    strip = Image.new("RGB", (width, height + GAP), PAPER)
    at = GAP
    for image in images:
        strip.paste(image, (at, GAP))
        at += image.width + GAP
    return strip


def sheet(rows: list[Image.Image]) -> Image.Image:
    """Rows under one another."""
    whole = Image.new("RGB", (max(r.width for r in rows), sum(r.height for r in rows) + GAP), PAPER)
    at = 0
    for strip in rows:
        whole.paste(strip, (0, at))
        at += strip.height
    return whole.resize((WIDTH, round(whole.height * WIDTH / whole.width)), Image.LANCZOS)


with tempfile.TemporaryDirectory() as folder:
    # The leaflet that each layout is made for; all others are the factsheet's.
    build = [polyleaf, "build", "--layout", "all", "--locale", ",".join(LANGUAGES), "--out", folder]
    told = subprocess.run(build + ["--message-format", "json"], check=True, cwd=here.parents[1], capture_output=True)
    made = [artifact for artifact in map(json.loads, told.stdout.splitlines()) if "path" in artifact]
    own = {"card": "card", "shoe-card": "card", "zine": "zine", "handbill": "zine", "poster": "poster"}
    for layout in sorted({artifact["layout"] for artifact in made}):
        leaflet = own.get(layout, "factsheet")
        files = {a["locale"]: pathlib.Path(a["path"]) for a in made if (a["leaflet"], a["layout"]) == (leaflet, layout)}
        rows = [row(pages(files[tag], 70)) for tag in LANGUAGES]
        # Wide rows stand under one another, tall ones side by side.
        picture = sheet(rows if rows[0].width > rows[0].height * 2.4 else [row(rows)])
        picture.quantize(200, dither=Image.Dither.NONE).save(here / f"{layout}.png", optimize=True)
