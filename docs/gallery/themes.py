#!/usr/bin/env python3
"""Draws the README's themes: the clinic's half-fold without a theme and in each ready one, as docs/gallery/themes.png.
usage: themes.py POLYLEAF    needs pdftoppm (poppler-utils) and Pillow (PyPI)"""
import pathlib, re, shutil, subprocess, sys, tempfile

from PIL import Image

WIDTH, GAP, PAPER = 1200, 14, (226, 222, 217)
here = pathlib.Path(__file__).resolve().parent
root = here.parents[1]
polyleaf = pathlib.Path(sys.argv[1]).resolve()
ready = sorted(path.stem for path in (root / "layouts/theme").glob("*.toml") if path.stem != "butterfly")

with tempfile.TemporaryDirectory() as folder:
    pictures = []
    for name in [None, *ready]:
        project = pathlib.Path(folder) / (name or "neutral")
        shutil.copytree(root / "examples/clinic", project)
        manifest = project / "polyleaf.toml"
        theme = f'[theme]\nname = "{name}"\n\n' if name else ""
        text = re.sub(r"\[theme\]\n.*?\n\n", theme, manifest.read_text(), flags=re.S)
        manifest.write_text(re.sub(r'logo = ".*"\n', "", text))
        build = [polyleaf, "build", "--project", project, "--locale", "en", "--out", project / "out"]
        subprocess.run(build, check=True, stdout=subprocess.DEVNULL)
        pdf, = (project / "out").glob("*.pdf")
        subprocess.run(["pdftoppm", "-r", "60", "-l", "1", "-singlefile", "-png", pdf, project / "page"], check=True)
        pictures.append(Image.open(project / "page.png").convert("RGB"))
    wide, high = pictures[0].size
    sheet = Image.new("RGB", (2 * wide + 3 * GAP, 2 * high + 3 * GAP), PAPER)
    for at, picture in enumerate(pictures):
        sheet.paste(picture, (GAP + at % 2 * (wide + GAP), GAP + at // 2 * (high + GAP)))
    sheet = sheet.resize((WIDTH, round(sheet.height * WIDTH / sheet.width)), Image.LANCZOS)
    sheet.quantize(128, dither=Image.Dither.NONE).save(here / "themes.png", optimize=True)
