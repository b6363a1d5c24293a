#!/usr/bin/env python3
"""Prints how far the colours of the shipped themes are off on other papers, as a table for docs/print.md.   usage: palette.py

The inks are those of the looks and, for other conditions, those of the tables in src/color; what they look like is LittleCMS's word, by the
profiles that press files hold, relative to the paper. Differences are those of CIE 1976 (CIELAB, D50)."""
import itertools
import pathlib
import tomllib

from PIL import Image, ImageCms

ROOT = pathlib.Path(__file__).parents[2]
STEPS = 9


def look(profile, mode):
    """From a pixel to CIELAB by a profile."""
    lab = ImageCms.createProfile("LAB")
    transform = ImageCms.buildTransform(ImageCms.getOpenProfile(str(ROOT / "src/pdf" / profile)), lab, mode, "LAB", renderingIntent=1)

    def colour(pixel):
        image = Image.new(mode, (1, 1), tuple(pixel))
        lightness, a, b = ImageCms.applyTransform(image, transform).getpixel((0, 0))
        return lightness / 2.55, a - 128, b - 128

    return colour


def carried(table, inks):
    """Inks in percent by a table of carried inks, read in proportion between its places."""
    places = [round(ink * 2.55) * (STEPS - 1) / 255 for ink in inks]
    sums = [0.0] * 4
    for corner in itertools.product((0, 1), repeat=4):
        weight, at = 1.0, 0
        for above, place in zip(corner, places):
            below = min(int(place), STEPS - 2)
            weight *= place - below if above else 1 - place + below
            at = at * STEPS + below + above
        for ink in range(4):
            sums[ink] += weight * table[at * 4 + ink]
    return [round(level / 2.55) for level in sums]


def main():
    screen, gracol = look("srgb.icc", "RGB"), look("tr006-coated.icc", "CMYK")
    others = {name: (look(profile, "CMYK"), (ROOT / f"src/color/{name}-carried.bin").read_bytes()) for name, profile in (("fogra39", "fogra39-coated.icc"), ("fogra29", "fogra29-uncoated.icc"))}
    off = lambda one, other: sum((a - b) ** 2 for a, b in zip(one, other)) ** 0.5
    levels = lambda inks: [round(ink * 2.55) for ink in inks]
    print("| look | colour | inks for GRACoL | office to GRACoL | inks for FOGRA39 | off | inks for FOGRA29 | off |\n|---|---|---|---|---|---|---|---|")
    for file in [ROOT / "layouts/look/calm.toml", *sorted((ROOT / "layouts/theme").glob("*.toml"))]:
        data = tomllib.loads(file.read_text("utf8"))
        for name, colour in data.get("palette", data.get("colors", data)).items():
            if not isinstance(colour, dict) or "cmyk" not in colour or not any(colour["cmyk"]):
                continue
            wanted = gracol(levels(colour["cmyk"]))
            rgb = bytes.fromhex(colour["srgb"][1:])
            cells = [file.stem, name, "/".join(map(str, colour["cmyk"])), f"{off(screen(rgb), wanted):.1f}"]
            for shown, table in others.values():
                inks = carried(table, colour["cmyk"])
                cells += ["/".join(map(str, inks)), f"{off(shown(levels(inks)), wanted):.1f}"]
            print("| " + " | ".join(cells) + " |")


main()
