#!/usr/bin/env python3
"""Holds what is built for each shipped press against its row, by pikepdf, qpdf, Ghostscript and poppler.   usage: shops.py POLYLEAF

Every row of layouts/press, in four languages and five layouts, on Letter or, where a row is of millimetres, on A4. The rows are
read by tomllib. Names are those of docs/product.md; pages as many as the fold gives, or one by one; trims those of the papers; the
bleed the row's; a page without marks ends there, and beyond it one with marks has ink no nearer to the trim than it asks;
a cover has ink up to the bleed; a booklet page by page opens with its title and ends with the address; faces are embedded, or there are none;
the standard is the row's. Of a row of plates each ink is a file of greys, white at its edges, and together they are what the preview
shows, within 2 % where there is no edge. At the end one file is made wrong in each way, and each must be found."""
import pathlib
import re
import subprocess
import sys
import tempfile
import tomllib

import numpy
import pikepdf

LOCALES = ["en", "ko", "th", "zh-Hant"]
# The leaflet, and its trims in millimetres on Letter and A4: single pages or sheets, with how many there are.
LAYOUTS = {
    "letter-fold": ("factsheet", {"letter": (279.4, 215.9), "a4": (297, 210)}, 2, None),
    "half-fold": ("factsheet", {"letter": (279.4, 215.9), "a4": (297, 210)}, 2, None),
    "booklet": ("factsheet", {"letter": (279.4, 215.9), "a4": (297, 210)}, 4, ({"letter": (139.7, 215.9), "a4": (148.5, 210)}, 8)),
    "card": ("card", {"letter": (215.9, 279.4), "a4": (210, 297)}, 2, ({"letter": (88.9, 50.8), "a4": (85, 55)}, 2)),
    "poster": ("poster", {"letter": (215.9, 279.4), "a4": (210, 297)}, 1, None),
}
PT = 72 / 25.4
CLOSE = 0.02 * PT
DPI = 72
STANDARDS = {"x-4": "PDF/X-4", "x-1a:2001": "PDF/X-1a:2001", "x-1a:2003": "PDF/X-1a:2003", "x-3:2002": "PDF/X-3:2002"}


def points(length):
    number, unit = re.fullmatch(r"([\d.]+)(mm|in|pt)", length).groups()
    return float(number) * {"mm": PT, "in": 72, "pt": 1}[unit]


def rows():
    for file in sorted(pathlib.Path("layouts/press").glob("*.toml")):
        row = tomllib.loads(file.read_text("utf8"))
        if row.get("ink", "cmyk") == "cmyk":
            yield file.stem, row


def plated_rows():
    for file in sorted(pathlib.Path("layouts/press").glob("*.toml")):
        row = tomllib.loads(file.read_text("utf8"))
        if row.get("ink") == "plates":
            yield file.stem, row


def paper_of(row):
    bleed = row.get("bleed", "0.125in")
    return "a4" if "mm" in str(bleed) else "letter"


def bleed_of(row, layout, paper):
    bleed = row.get("bleed", {})
    usual = "0.125in" if paper == "letter" else "3mm"
    return points(bleed if isinstance(bleed, str) else bleed.get(layout, bleed.get("default", usual)))


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def ink(pdf):
    """The pages as shares of darkness, the whole MediaBox of each."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["gs", "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pgmraw", f"-r{DPI}", f"-sOutputFile={folder}/%03d.pgm", pdf]
        subprocess.run(command, check=True, capture_output=True)
        for file in sorted(pathlib.Path(folder).glob("*.pgm")):
            head = re.match(rb"P5\s(?:#[^\n]*\n)*(\d+)\s+(\d+)\s+255\s", data := file.read_bytes())
            width, height = int(head[1]), int(head[2])
            yield 1 - numpy.frombuffer(data[head.end():], numpy.uint8).reshape(height, width) / 255


def area(page, media, box, spare):
    """The part of a page within a box, that much larger."""
    left, bottom, right, top = (box[0] - media[0] - spare, box[1] - media[1] - spare, box[2] - media[0] + spare, box[3] - media[1] + spare)
    height = media[3] - media[1]
    rows = slice(max(round(height - top), 0), max(round(height - bottom), 0))
    return rows, slice(max(round(left), 0), max(round(right), 0))


def sides(page, name):
    return [float(side) for side in page.obj.get(name, page.obj.MediaBox)]


def standard(pdf):
    info = pdf.docinfo
    told = info.get("/GTS_PDFXConformance", info.get("/GTS_PDFXVersion"))
    return str(told) if told else str(pdf.open_metadata().get("pdfxid:GTS_PDFXVersion"))


def box_problems(page, row, trim, bleed):
    media, outer, cut = sides(page, "/MediaBox"), sides(page, "/BleedBox"), sides(page, "/TrimBox")
    off = [cut[2] - cut[0] - trim[0] * PT, cut[3] - cut[1] - trim[1] * PT]
    if any(abs(length) > CLOSE for length in off):
        yield f"a trim off by {off} pt"
    reach = [cut[0] - outer[0], cut[1] - outer[1], outer[2] - cut[2], outer[3] - cut[3]]
    if any(abs(length - bleed) > CLOSE for length in reach):
        yield f"a bleed of {reach} pt, not {bleed}"
    if row.get("marks", "none") == "none" and any(abs(a - b) > CLOSE for a, b in zip(media, outer)):
        yield f"a page {media} larger than its bleed {outer}"
    if "/Rotate" in page.obj or "/Annots" in page.obj:
        yield "a turned page, or something to click"


def mark_problems(darkness, page, row, bleed):
    if row.get("marks", "none") == "none":
        return
    media, cut = sides(page, "/MediaBox"), sides(page, "/TrimBox")
    around = darkness.copy()
    # Fields end in the middle of a pixel.
    around[area(page, media, cut, bleed + 1)] = 0
    if around.max() < 0.3:
        yield "no marks"
    off = max(points(row.get("offset", "0mm")), bleed)
    near = around[area(page, media, cut, off - 1.5)]
    if near.max(initial=0) > 0.3:
        yield f"marks nearer than {off:.1f} pt"


def text_problems(file, layout, single, outlined):
    if outlined:
        return
    pages = [re.sub(r"\s", "", text) for text in run("pdftotext", str(file), "-").split("\f")]
    if layout == "booklet" and single:
        if "416-906-3098" in pages[0] or "416-906-3098" not in pages[min(7, len(pages) - 1)]:
            yield "a booklet that does not end with the address"


def problems(file, name, row, layout, locale):
    leaflet, sheets, count, apart = LAYOUTS[layout]
    paper = paper_of(row)
    single = apart and row.get("pages", "single") == "single"
    trims, wanted = apart if single else (sheets, count)
    if file.name != f"{leaflet}-{locale}-{layout}-{paper}-press-{name}.pdf":
        yield f"called {file.name}"
    run("qpdf", "--check", str(file))
    bleed = bleed_of(row, layout, paper)
    outlined = row.get("fonts") == "outlines"
    with pikepdf.open(file) as pdf:
        if len(pdf.pages) != wanted:
            yield f"{len(pdf.pages)} pages, not {wanted}"
        told = standard(pdf)
        if told != STANDARDS[row.get("standard", "x-4")]:
            yield f"says {told}"
        if not row.get("bookmarks", True) and "/Outlines" in pdf.Root:
            yield "bookmarks"
        for page, darkness in zip(pdf.pages, ink(file)):
            yield from box_problems(page, row, trims[paper], bleed)
            yield from mark_problems(darkness, page, row, bleed)
        if layout == "booklet" and single:
            cover = next(ink(file))
            media, outer = sides(pdf.pages[0], "/MediaBox"), sides(pdf.pages[0], "/BleedBox")
            shown = cover[area(pdf.pages[0], media, outer, -1)]
            if min(shown[:2].mean(), shown[-2:].mean(), shown[:, :2].mean(), shown[:, -2:].mean()) < 0.2:
                yield "a cover without ink in its bleed"
    faces = run("pdffonts", str(file)).splitlines()[2:]
    if outlined and faces or not outlined and (not faces or any(face.split()[-5] != "yes" for face in faces)):
        yield f"faces {faces}"
    yield from text_problems(file, layout, single, outlined)


def spoilt(file, folder):
    """The same file wrong in some way, each with what must be said of it."""
    def changed(name, change):
        with pikepdf.open(file) as pdf:
            change(pdf)
            (folder / name).mkdir()
            pdf.save(folder / name / file.name)
        return folder / name / file.name

    def grow(pdf):
        for page in pdf.pages:
            page.obj.MediaBox = pikepdf.Array([float(side) + (20 if at > 1 else -20) for at, side in enumerate(page.obj.MediaBox)])

    def shrink(pdf):
        for page in pdf.pages:
            page.obj.BleedBox = page.obj.TrimBox

    def swap(pdf):
        first = pdf.pages[0]
        pdf.pages.append(first)
        del pdf.pages[0]

    yield changed("grown", grow), "larger than its bleed"
    yield changed("shrunk", shrink), "a bleed of"
    yield changed("swapped", swap), "a booklet that does not end"
    yield changed("short", lambda pdf: pdf.pages.__delitem__(0)), "7 pages, not 8"
    yield changed("turned", lambda pdf: pdf.pages[0].rotate(90, relative=False)), "a turned page"


def rendered(pdf, device, channels):
    with tempfile.TemporaryDirectory() as folder:
        command = ["gs", "-q", "-dBATCH", "-dNOPAUSE", f"-sDEVICE={device}", f"-r{DPI}", f"-sOutputFile={folder}/%03d.pnm", pdf]
        subprocess.run(command, check=True, capture_output=True)
        for file in sorted(pathlib.Path(folder).glob("*.pnm")):
            head = re.match(rb"P[56]\s(?:#[^\n]*\n)*(\d+)\s+(\d+)\s+255\s", data := file.read_bytes())
            width, height = int(head[1]), int(head[2])
            yield numpy.frombuffer(data[head.end():], numpy.uint8).reshape(height, width, channels) / 255


def flat(page):
    """Pixels that are as those around them."""
    near = numpy.ones(page.shape[:2], bool)
    for across in (-1, 0, 1):
        for down in (-1, 0, 1):
            near &= (abs(page - numpy.roll(page, (down, across), (0, 1))) < 2.5 / 255).all(axis=2)
    return near


def plate_problems(preview, plates):
    """Plates, each with its ink: greys alone, white at all edges, and together what the preview shows."""
    edge = round(6 * PT)
    inked = [list(rendered(file, "pgmraw", 1)) for file, _ in plates]
    for number, page in enumerate(rendered(preview, "ppmraw", 3)):
        light = numpy.ones(page.shape)
        for pages, (_, ink) in zip(inked, plates):
            light *= 1 - (1 - pages[number]) * (1 - ink)
        off = abs(light - page).max(axis=2)
        if off.mean() > 0.005 or off[flat(page)].max() > 0.02:
            yield f"page {number + 1}: plates off their preview by {off.mean():.4f}, {off[flat(page)].max():.3f} at most without edges"
        inside = numpy.zeros(page.shape[:2], bool)
        inside[edge:-edge, edge:-edge] = True
        if any((1 - pages[number][~inside]).max() > 0 for pages in inked):
            yield f"page {number + 1}: ink at the edge"
    for file, _ in plates:
        with pikepdf.open(file) as pdf:
            forms = [item for item in pdf.objects if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Form"]
            for content in [*pdf.pages, *forms]:
                colours = {str(operator) for _, operator in pikepdf.parse_content_stream(content)} & {"rg", "RG", "k", "K", "cs", "CS", "scn", "SCN"}
                if colours:
                    yield f"{file.name} sets {colours}"
            images = [item for item in pdf.objects if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image"]
            if any(image.ColorSpace != "/DeviceGray" for image in images):
                yield f"{file.name} has pictures in other colours than greys"


def check_plates(polyleaf, out, found):
    """Each leaflet of each row of plates; at the end its plates exchanged, which must be found."""
    inks = {"black": "#000000", "bright red": "#f15060"}
    count = 0
    for name, row in plated_rows():
        folder = pathlib.Path(out) / name
        layouts = ["letter-fold", "booklet", "card", "poster"]
        command = [polyleaf, "build", "-l", ",".join(LOCALES), "-L", ",".join(layouts), "--paper", "letter", "--press", name, "-o", folder]
        subprocess.run(command, check=True, capture_output=True)
        for layout in layouts:
            for locale in LOCALES:
                stem = f"{LAYOUTS[layout][0]}-{locale}-{layout}-letter-press-{name}"
                colours = [numpy.array(list(bytes.fromhex(inks[ink][1:]))) / 255 for ink in row["inks"]]
                files = [folder / f"{stem}-{ink.replace(' ', '-')}.pdf" for ink in row["inks"]]
                preview = folder / f"{stem}-preview.pdf"
                count += 1 + len(files)
                found += [f"{name}: {stem}: {problem}" for problem in plate_problems(preview, list(zip(files, colours)))]
        if not any("off their preview" in problem for problem in plate_problems(preview, list(zip(files[::-1], colours)))):
            found.append(f"{name}: plates that were exchanged were not found")
    return count


def main():
    polyleaf = pathlib.Path(sys.argv[1]).resolve()
    found, count = [], 0
    with tempfile.TemporaryDirectory() as out:
        for name, row in rows():
            folder = pathlib.Path(out) / name
            command = [polyleaf, "build", "-l", ",".join(LOCALES), "-L", ",".join(LAYOUTS), "--paper", paper_of(row), "--press", name, "-o", folder]
            subprocess.run(command, check=True, capture_output=True)
            files = {file.name for file in folder.glob("*.pdf")}
            for layout, (leaflet, *_) in LAYOUTS.items():
                for locale in LOCALES:
                    file = folder / f"{leaflet}-{locale}-{layout}-{paper_of(row)}-press-{name}.pdf"
                    if file.name not in files:
                        found.append(f"{name}: there is no {file.name}")
                        continue
                    files.remove(file.name)
                    count += 1
                    found += [f"{name}: {file.name}: {problem}" for problem in problems(file, name, row, layout, locale)]
            found += [f"{name}: nobody asked for {file}" for file in sorted(files)]
        count += check_plates(polyleaf, out, found)
        row = dict(rows())["portal"]
        booklet = pathlib.Path(out) / "portal" / f"factsheet-en-booklet-{paper_of(row)}-press-portal.pdf"
        for file, said in spoilt(booklet, pathlib.Path(out)):
            if not any(said in problem for problem in problems(file, "portal", row, "booklet", "en")):
                found.append(f"a file that is {file.parent.name} was not found")
    print(*found, f"{count} files for presses checked, {len(found)} problems", sep="\n")
    sys.exit(bool(found) or not count)


main()
