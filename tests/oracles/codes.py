#!/usr/bin/env python3
"""Reads the QR codes of built leaflets back.   usage: codes.py POLYLEAF [FOLDER]

The project in `codes/` has codes on light and dark panels, in boxes, on cards and a poster, in a script that runs from the
right, too. It is built for an office, a press and a screen, in colour and in one ink, and as pictures of phone pages. The pages
are shown by poppler at 300 dots to the inch, as large as they are printed, and pictures are taken as they are; zbar, which
shares no code with us, reads each code. It has to find on each page the very addresses that are asked for there, and no
other. qpdf judges the files, which are left in FOLDER."""
import collections
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
FACES = ["NotoNaskhArabic-Regular.ttf", "NotoNaskhArabic-Bold.ttf"]
# What is printed beside each code, and what it has to say (RFC 3966 5.1.1 for the hyphens, RFC 3986 2.1 for the é).
ADDRESSES = {
    "example.org": "https://example.org",
    "mail@example.org": "mailto:mail@example.org",
    "+1-604-555-0100": "tel:+16045550100",
    "example.org/forms/booking?place=42&language=any": "https://example.org/forms/booking?place=42&language=any",
    "example.org/carte/é": "https://example.org/carte/%C3%A9",
    "signal:group-20261127001": "signal:group-20261127001",
}
BUILDS = [
    ["-L", "letter-fold,factsheet,booklet,card,poster", "--for", "office,press,screen"],
    ["-L", "phone", "--for", "screen"],
    ["-L", "letter-fold,factsheet,card", "-l", "en", "--for", "office,press", "--ink", "mono"],
    ["-L", "factsheet,booklet", "-l", "ar", "--with", "en"],
]


def build(polyleaf, project, kind, *arguments):
    """Builds into a folder of its own; returns the files by name."""
    out = pathlib.Path(tempfile.mkdtemp(dir=project))
    command = [polyleaf, "build", "--format", kind, *arguments, "-o", out]
    subprocess.run(command, cwd=project, check=True, capture_output=True)
    return {file.stem: file for file in sorted(out.iterdir()) if file.name != "manifest.json"}


def wanted(file):
    """The addresses of each page's codes, by the words beside them; a card is told once and printed many times."""
    pages = []
    for page in json.loads(file.read_text())["pages"]:
        blocks = [block for panel in page["panels"] for block in panel["blocks"] if block["role"] == "code"]
        pages.append({address_beside("".join(line["text"] for line in block["lines"])) for block in blocks})
    return pages


def address_beside(text):
    """The address of a code, by the longest of the printed ones that its text ends with."""
    return ADDRESSES[max((printed for printed in ADDRESSES if text.endswith(printed)), key=len)]


def read(picture):
    """What zbar reads in a picture."""
    command = ["zbarimg", "--quiet", "--raw", "--set", "disable", "--set", "qrcode.enable", picture]
    said = subprocess.run(command, capture_output=True, text=True)
    return set(said.stdout.splitlines())


def main():
    polyleaf = pathlib.Path(sys.argv[1]).resolve()
    faults, count = [], collections.Counter()
    with tempfile.TemporaryDirectory() as folder:
        project = pathlib.Path(folder) / "codes"
        shutil.copytree(HERE / "codes", project)
        (project / "fonts/extra").mkdir(parents=True)
        for face in FACES:
            shutil.copy(f"fonts/extra/{face}", project / "fonts/extra")
        for arguments in BUILDS:
            said = build(polyleaf, project, "json", *arguments)
            for name, file in build(polyleaf, project, "pdf", *arguments).items():
                subprocess.run(["qpdf", "--check", file], check=True, capture_output=True)
                pages = wanted(said[name])
                subprocess.run(["pdftoppm", "-r", "300", "-gray", file, file.with_suffix("")], check=True)
                shown = sorted(file.parent.glob(f"{name}-*.pgm"), key=lambda page: int(page.stem.rsplit("-", 1)[1]))
                if len(shown) != len(pages):
                    faults.append(f"{name}: {len(shown)} pages, {len(pages)} in JSON")
                for number, (page, codes) in enumerate(zip(shown, pages), 1):
                    count["on pages"] += len(codes)
                    if read(page) != codes:
                        faults.append(f"{name}, page {number}: {sorted(read(page))}, not {sorted(codes)}")
                    page.unlink()
                if len(sys.argv) > 2:
                    pathlib.Path(sys.argv[2]).mkdir(exist_ok=True)
                    shutil.copy(file, sys.argv[2])
        # Pictures are a page each, and their names end with its number.
        said = build(polyleaf, project, "json", "-L", "phone")
        for name, file in build(polyleaf, project, "png", "-L", "phone").items():
            leaflet, number = name.rsplit("-", 1)
            codes = wanted(said[leaflet])[int(number) - 1]
            count["in pictures"] += len(codes)
            if read(file) != codes:
                faults.append(f"{name}: {sorted(read(file))}, not {sorted(codes)}")
    for fault in faults:
        print(fault)
    print(f"codes read back: {count['on pages']} on pages, {count['in pictures']} in pictures; {len(faults)} pages differ")
    sys.exit(bool(faults) or not (count["on pages"] and count["in pictures"]))


main()
