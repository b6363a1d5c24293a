#!/usr/bin/env python3
"""Compares drawings in our files with what others make of them.   usage: drawings.py POLYLEAF [SVG...]

Each drawing of `drawings/`, written as five kinds of programs write them, is set as a picture for an office, a press and a
screen. The files are shown by poppler, those for a press by Ghostscript with the profile that they carry; the same drawing is
shown by Chromium and by resvg. Where they differ by more than the edges of shapes do, that is a fault. A drawing may be refused,
if the message says by which of its parts; of those in `REFUSED` that is asked."""
import io
import json
import pathlib
import subprocess
import sys
import tempfile

import numpy
import resvg_py
from PIL import Image, ImageCms, ImageFilter

HERE = pathlib.Path(__file__).parent
REFUSED = {"libreoffice-text": "text"}
WIDTH = 400  # pixels of each picture
MEASURE = 60  # millimetres
# Edges are smoothed in three ways, so both are blurred; a place may then be off by so much of 255, and all by so little. For
# a press the others' colours are taken through its profile by LittleCMS; there ours are off by what limits the inks, and by mixing
# inks instead of light where something shows through.
MOST = {"office": (48, 4.0), "screen": (48, 4.0), "press": (80, 16.0)}

MANIFEST = """
[project]
name = "t"
source = "en"
paper = "letter"
edition = "1"
date = "2026-11"
draft = "margin-draft"
[organisation]
name = "Clinic"
email = "hello@example.org"
phone = "604-555-0100"
website = "example.org"
[[leaflet]]
name = "t"
layouts = ["col"]
[[leaflet.section]]
name = "s"
place = "body"
blocks = [ { role = "paragraph", text = "m0" }, { role = "picture", file = "drawing.svg", alt = "m0" } ]
"""
LAYOUT = """
purpose = "a column"
look = "calm"
fold = "none"
orientation = "portrait"
papers = ["letter"]
unprinted = "6.35mm"
[body]
max = 10
leading = [1, 1]
gaps = [1, 1]
[[panel]]
name = "col"
cell = 1
place = "body"
inset = ["12mm", "143.9mm", "12mm", "12mm"]
align = "top"
[style.numeral]
size = 0.01
color = "accent"
indent = 0
before = 0
"""


def by_chromium(files, folder):
    """The pictures of all drawings from one page of a browser."""
    page = folder / "page.html"
    images = "".join(f'<img src="{file.resolve().as_uri()}" style="width:{WIDTH}px;display:block">' for file in files)
    page.write_text(f'<body style="margin:0;background:#fff">{images}')
    heights = [height_of(file) for file in files]
    shot = folder / "page.png"
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run"]
    command += ["--disable-background-networking", "--allow-file-access-from-files", f"--user-data-dir={folder / 'chromium'}"]
    command += [f"--window-size={WIDTH},{sum(heights)}", f"--screenshot={shot}", page.as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    whole = Image.open(shot).convert("RGB")
    top, pictures = 0, []
    for height in heights:
        pictures.append(whole.crop((0, top, WIDTH, top + height)))
        top += height
    return pictures


def height_of(file):
    """All drawings here are twice as wide as high."""
    return WIDTH // 2


def by_resvg(file):
    text = file.read_bytes()
    text = text.decode("iso-8859-1" if b"iso-8859-1" in text[:80] else "utf8")
    # This build of resvg takes no sizes in millimetres for the whole.
    text = text.replace('width="80mm" height="40mm"', 'width="320" height="160"')
    shown = Image.open(io.BytesIO(bytes(resvg_py.svg_to_bytes(svg_string=text, width=WIDTH)))).convert("RGBA")
    paper = Image.new("RGBA", shown.size, "white")
    paper.alpha_composite(shown)
    return paper.convert("RGB")


def build(polyleaf, file, folder):
    """The files of a drawing; what was said where there are none."""
    (folder / "layouts").mkdir(parents=True)
    (folder / "locales/en").mkdir(parents=True)
    (folder / "polyleaf.toml").write_text(MANIFEST)
    (folder / "layouts/col.toml").write_text(LAYOUT)
    (folder / "locales/en/a.ftl").write_text("margin-draft = draft\nm0 = Words.\n")
    (folder / "drawing.svg").write_bytes(file.read_bytes())
    command = [polyleaf, "build", "--project", folder, "-o", folder / "out", "--for", "office,press,screen"]
    run = subprocess.run(command, capture_output=True, text=True)
    if run.returncode:
        return None, run.stderr
    subprocess.run([polyleaf, "build", "--project", folder, "-o", folder / "out", "--format", "json"], check=True, capture_output=True)
    return {
        "office": folder / "out/t-en-col-letter.pdf",
        "press": folder / "out/t-en-col-letter-press.pdf",
        "screen": folder / "out/t-en-col-letter-screen.pdf",
    }, run.stderr


def place(folder):
    """Left, top, width and height of the picture on the trimmed page, in points."""
    found = []

    def search(value):
        if isinstance(value, dict):
            if value.get("role") == "picture" and "picture" in value:
                found.append([value["picture"][name] for name in "xywh"])
            for inner in value.values():
                search(inner)
        elif isinstance(value, list):
            for inner in value:
                search(inner)

    search(json.loads((folder / "out/t-en-col-letter.json").read_text()))
    return found[0]


def trim_corner(pdf):
    """How far the trim lies from the left and the top of the page."""
    import pypdf

    page = pypdf.PdfReader(pdf).pages[0]
    return float(page.trimbox.left), float(page.mediabox.top - page.trimbox.top)


def shown(pdf, profile, box, folder):
    ppi = WIDTH / (box[2] / 72) * 2
    out = folder / f"{profile}.png"
    if profile == "press":
        command = ["gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=png16m", "-dTextAlphaBits=4", "-dGraphicsAlphaBits=4"]
        command += ["-dUsePDFX3Profile", f"-r{ppi:.4f}", f"-sOutputFile={out}", pdf]
        subprocess.run(command, check=True, capture_output=True)
    else:
        subprocess.run(["pdftoppm", "-r", f"{ppi:.4f}", "-png", "-singlefile", pdf, out.with_suffix("")], check=True)
    page = Image.open(out).convert("RGB")
    left, top = trim_corner(pdf)
    scale = ppi / 72
    corner = (left + box[0]) * scale, (top + box[1]) * scale
    edges = (*corner, corner[0] + box[2] * scale, corner[1] + box[3] * scale)
    return page.resize((WIDTH, WIDTH // 2), Image.Resampling.BOX, box=edges)


def through_press(image):
    """The colours that are left of a picture on a press."""
    screen, press = ImageCms.createProfile("sRGB"), str(HERE.parent.parent / "src/pdf/tr006-coated.icc")
    intent = ImageCms.Intent.RELATIVE_COLORIMETRIC
    inks = ImageCms.profileToProfile(image, screen, press, renderingIntent=intent, outputMode="CMYK")
    return ImageCms.profileToProfile(inks, press, screen, renderingIntent=intent, outputMode="RGB")


def difference(ours, theirs):
    """The largest difference of a place and the mean one, both blurred."""
    blurred = [numpy.asarray(image.filter(ImageFilter.GaussianBlur(2)), dtype=float) for image in (ours, theirs)]
    apart = numpy.abs(blurred[0] - blurred[1]).max(axis=2)
    return apart.max(), apart.mean()


def main():
    polyleaf = pathlib.Path(sys.argv[1]).resolve()
    files = [pathlib.Path(name) for name in sys.argv[2:]] or sorted((HERE / "drawings").glob("*.svg"))
    faults = 0
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        for file, chromium in zip(files, by_chromium(files, folder)):
            pdfs, talk = build(polyleaf, file, folder / file.stem)
            reason = REFUSED.get(file.stem)
            if pdfs is None:
                # Shown to whoever runs this: a drawing that is refused may be meant or not.
                line = next((line for line in talk.splitlines() if line.startswith("error")), talk)
                is_meant = reason is not None and reason in line
                faults += not is_meant
                print(f"{'refused' if is_meant else 'FAULT  '} {file.stem}: {line}")
                continue
            if reason is not None:
                faults += 1
                print(f"FAULT   {file.stem}: drawn, and {reason} can't be")
                continue
            box, told = place(folder / file.stem), []
            others = {"chromium": chromium, "resvg": by_resvg(file)}
            for profile, pdf in pdfs.items():
                ours = shown(pdf, profile, box, folder)
                if "--keep" in sys.argv or len(sys.argv) > 2:
                    ours.save(f"{file.stem}-{profile}.png")
                    chromium.save(f"{file.stem}-chromium.png")
                pressed = {name: through_press(other) if profile == "press" else other for name, other in others.items()}
                apart = {name: difference(ours, other) for name, other in pressed.items()}
                most, mean = min(apart.values())
                is_same = most <= MOST[profile][0] and mean <= MOST[profile][1]
                faults += not is_same
                figures = " ".join(f"{name} {most:.0f}/{mean:.2f}" for name, (most, mean) in apart.items())
                told.append(f"{profile}{'' if is_same else ' FAULT'} {figures}")
            print(f"{'same   ' if all('FAULT' not in one for one in told) else 'FAULT  '} {file.stem}: {'; '.join(told)}")
    print(f"{len(files)} drawings, {faults} faults")
    return faults > 0


if __name__ == "__main__":
    sys.exit(main())
