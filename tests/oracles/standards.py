#!/usr/bin/env python3
"""Judges files for presses that ask for other standards, conditions and outlines, by pikepdf, qpdf, Ghostscript and poppler.

usage: standards.py POLYLEAF FOLDER     builds a sample of rows x languages x layouts of the repository's project into FOLDER

Of each file: the version of its header and of its Info and XMP; its one intent of PDF/X, by name and profile, and what Ghostscript
makes of that profile; a plain cross-reference table and no packed objects where its PDF has none; nothing that is seen through; no
colours by a profile and none of a screen; faces, all embedded, or none; text on the black plate alone and no more ink than its
condition takes, by Ghostscript's plates. Of each outlined file: its pages are those of the one with faces within a pixel of 300 to the
inch, and it is at most three times as large. The judge first sees to it that it would find each: a file is changed and must fail."""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import numpy
import pikepdf
import PIL.Image

ROOT = pathlib.Path(__file__).parents[2]
VERSIONS = {
    "x-4": ("1.6", {"/GTS_PDFXVersion": "PDF/X-4"}),
    "x-1a:2001": ("1.3", {"/GTS_PDFXVersion": "PDF/X-1:2001", "/GTS_PDFXConformance": "PDF/X-1a:2001"}),
    "x-1a:2003": ("1.4", {"/GTS_PDFXVersion": "PDF/X-1a:2003"}),
    "x-3:2002": ("1.3", {"/GTS_PDFXVersion": "PDF/X-3:2002"}),
}
# What a condition is called in a file, the most ink that it takes, and the profile's own name where there is one.
CONDITIONS = {
    "GRACoL2006": ("CGATS TR 006", 2.4, True), "FOGRA39": ("FOGRA39", 2.4, True), "FOGRA29": ("FOGRA29", 2.1, True),
    "FOGRA51": ("FOGRA51", 2.4, False), "FOGRA52": ("FOGRA52", 2.1, False), "JapanColor2001": ("JC200103", 2.4, False),
    "JapanColor2011": ("JCS2011", 2.4, False), "SWOP": ("CGATS TR 001", 2.4, False),
}
# Press: standard, condition, fonts, and the leaflets in their languages. The first three are shipped.
SAMPLE = {
    "offset-eu": ("x-4", "FOGRA39", "embedded", [("letter-fold", "en,ko,th,zh-Hant"), ("card", "th")]),
    "x3-outlines": ("x-3:2002", "FOGRA39", "outlines", [("letter-fold", "en,ko,th,zh-Hant"), ("card", "th,zh-Hant"), ("poster", "ko")]),
    "x1a-book": ("x-1a:2001", "FOGRA39", "embedded", [("booklet", "en,zh-Hant"), ("half-fold", "th")]),
    "uncoated": ("x-4", "FOGRA29", "embedded", [("half-fold", "en"), ("poster", "zh-Hant")]),
    "japan": ("x-1a:2003", "JapanColor2011", "outlines", [("card", "en"), ("booklet", "ko")]),
    "premium": ("x-3:2002", "FOGRA52", "embedded", [("poster", "th")]),
    "traced": ("x-4", "GRACoL2006", "outlines", [("half-fold", "th")]),
}
LATER = {"1.3": ["/Metadata", "/Lang", "/MarkInfo", "/StructTreeRoot"], "1.4": ["/MarkInfo", "/StructTreeRoot"], "1.6": []}


def dictionaries(thing, seen=None):
    """All dictionaries of a file."""
    for item in thing.objects:
        stack = [item]
        while stack:
            found = stack.pop()
            if isinstance(found, pikepdf.Array):
                stack += [part for part in found if isinstance(part, pikepdf.Object) and not part.is_indirect]
            elif isinstance(found, (pikepdf.Dictionary, pikepdf.Stream)):
                yield found
                stack += [part for _, part in found.items() if isinstance(part, pikepdf.Object) and not part.is_indirect]


def structure(path, standard, condition, fonts):
    """What is wrong with the structure of a file."""
    version, told = VERSIONS[standard]
    name, _, has_profile = CONDITIONS[condition]
    raw = path.read_bytes()
    if not raw.startswith(f"%PDF-{version}\n".encode()):
        yield f"the header is {raw[:9]}"
    check = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True)
    if check.returncode:
        yield "qpdf: " + check.stdout + check.stderr
    if standard != "x-4" and (b"\nxref\n" not in raw or b"/ObjStm" in raw or b"/XRef" in raw):
        yield "no plain cross-reference table"
    with pikepdf.open(path) as pdf:
        info = {key: str(value) for key, value in pdf.docinfo.items()}
        if {key: value for key, value in info.items() if key.startswith("/GTS")} != told:
            yield f"Info says {info}"
        if info.get("/Trapped") != "/False" or not all(info.get(key) for key in ("/Title", "/CreationDate", "/ModDate")):
            yield f"Info lacks something: {info}"
        if "/ID" not in pdf.trailer:
            yield "no id"
        yield from (f"{key} is later than PDF {version}" for key in LATER[version] if key in pdf.Root)
        packet = pdf.Root.Metadata.read_bytes().decode() if "/Metadata" in pdf.Root else ""
        is_read = standard == "x-4" and fonts == "embedded"
        if ("pdfuaid" in packet) != is_read or ("pdfaid" in packet) != is_read or ("/StructTreeRoot" in pdf.Root) != is_read:
            yield "PDF/UA-1 or PDF/A-2a are claimed where they can't be, or not where they are"
        if standard == "x-4" and "<pdfxid:GTS_PDFXVersion>PDF/X-4<" not in packet:
            yield "XMP does not say PDF/X-4"
        intents = [intent for intent in pdf.Root.OutputIntents if intent.S == "/GTS_PDFX"]
        if len(intents) != 1 or len(pdf.Root.OutputIntents) != (2 if is_read else 1):
            yield "not one intent of PDF/X"
        intent = intents[0]
        if str(intent.OutputConditionIdentifier) != name or str(intent.RegistryName) != "http://www.color.org":
            yield f"the intent is {intent.OutputConditionIdentifier}"
        holds = has_profile and not standard.startswith("x-1a")
        if ("/DestOutputProfile" in intent) != holds:
            yield "a profile where there should be none, or none where one should be"
        if holds:
            yield from profile(intent.DestOutputProfile.read_bytes())
        never = {"/SMask", "/ca", "/CA", "/BM"} | (set() if standard == "x-4" else {"/Group"})
        for found in dictionaries(pdf):
            yield from (f"{key} is in it" for key in never & set(found.keys()) if not (key == "/BM" and found[key] == "/Normal"))
            if fonts == "outlines" and ("/BaseFont" in found or "/Font" in found):
                yield "a face is in it"
        plain = subprocess.run(["qpdf", "--qdf", "--object-streams=disable", path, "-"], capture_output=True).stdout
        if re.search(rb"/(ICCBased|CalRGB|CalGray|Lab|DeviceRGB)\b", plain) or re.search(rb"[\d.] (rg|RG)\n", plain):
            yield "colours that are no inks"
        if b"/JPXDecode" in plain or b"/LZWDecode" in plain or b"/JBIG2Decode" in plain:
            yield "a filter that is not allowed"
        for page in pdf.pages:
            boxes = [[float(side) for side in page.obj[box]] for box in ("/MediaBox", "/BleedBox", "/TrimBox")]
            for outer, inner in zip(boxes, boxes[1:]):
                if any(inner[at] < outer[at] - 0.01 for at in (0, 1)) or any(inner[at] > outer[at] + 0.01 for at in (2, 3)):
                    yield f"boxes not nested: {boxes}"
            if "/Annots" in page.obj or "/AA" in page.obj:
                yield "annotations"
    faces = subprocess.run(["pdffonts", path], capture_output=True, text=True).stdout.splitlines()[2:]
    if fonts == "outlines" and faces:
        yield f"{len(faces)} faces"
    if fonts == "embedded" and (not faces or any(face[-26:].split()[:2] != ["yes", "yes"] for face in faces)):
        yield f"a face is not embedded in part: {faces}"


def profile(data):
    """What is wrong with a profile: it is one of a press for four inks, that Ghostscript reads, and tells no time of day."""
    if data[12:20] != b"prtrCMYK" or data[36:40] != b"acsp":
        yield f"the profile is {data[12:40]}"
    if any(data[30:36]):
        yield "the profile has a time of day"


def plates(path, folder, *only):
    subprocess.run(["gs", "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=tiffsep", "-r72", *only, f"-sOutputFile={folder}/%d.tif", path], check=True, capture_output=True)
    found = {}
    for plate in pathlib.Path(folder).glob("*(*).tif"):
        page, ink = re.fullmatch(r"(\d+)\((.+)\)", plate.stem).groups()
        found.setdefault(int(page), {})[ink] = 1 - numpy.asarray(PIL.Image.open(plate).convert("L")) / 255
    return [found[page] for page in sorted(found)]


def inks(path, condition):
    """More ink than the paper takes, by the plates."""
    most = CONDITIONS[condition][1]
    with tempfile.TemporaryDirectory() as folder:
        for page in plates(path, folder):
            found = sum(page.values()).max()
            if found > most + 0.015:
                yield f"{found:.0%} ink, where {most:.0%} is the most"


def text_inks(path):
    """Text that is not on the black plate alone, but bold type from 12 pt: what Ghostscript paints of a file without its pictures and outlines."""
    with tempfile.TemporaryDirectory() as folder:
        for page in plates(path, folder, "-dFILTERVECTOR", "-dFILTERIMAGE"):
            stray = sum((plate > 0.1).sum() for ink, plate in page.items() if ink != "Black")
            black = (page["Black"] > 0.3).sum()
            if stray > black * 0.5:
                yield f"text on other plates than black: {stray} of {black}"


def reading(path):
    """Ghostscript's own reading of the intent: it takes the profile of the file as that of its device, and prints."""
    with tempfile.TemporaryDirectory() as folder:
        run = subprocess.run(["gs", "-dBATCH", "-dNOPAUSE", "-dUsePDFX3Profile", "-sDEVICE=tiff32nc", "-r18", f"-sOutputFile={folder}/%d.tif", path], capture_output=True, text=True)
        if run.returncode or "rror" in run.stdout + run.stderr or "not" in run.stderr:
            yield "Ghostscript does not take the intent: " + (run.stdout + run.stderr)[-300:]


def pictures(path):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["pdftoppm", "-gray", "-r", "300", path, f"{folder}/p"], check=True, capture_output=True)
        return [numpy.asarray(PIL.Image.open(page), int) for page in sorted(pathlib.Path(folder).iterdir())]


def strays(one, other):
    """The share of points of a page that differ from all points around them of another by more than a soft edge."""
    padded, (height, width) = numpy.pad(other, 1, mode="edge"), one.shape
    near = [padded[down : down + height, right : right + width] for down in range(3) for right in range(3)]
    off = numpy.maximum(numpy.minimum.reduce(near) - one, one - numpy.maximum.reduce(near))
    return (off > 64).mean()


def alike(outlined, embedded):
    """How the pages of an outlined file differ from those of one with faces."""
    sizes = outlined.stat().st_size / embedded.stat().st_size
    if sizes > 3:
        yield f"{sizes:.2f} times as large as with faces"
    for number, (one, other) in enumerate(zip(pictures(outlined), pictures(embedded), strict=True), 1):
        if one.shape != other.shape:
            yield f"page {number} is of another size"
            continue
        share = max(strays(one, other), strays(other, one))
        if share > 3e-4 or abs(one.mean() - other.mean()) > 1.5:
            yield f"page {number} looks otherwise: {share:.6f}, {one.mean() - other.mean():.2f}"


def build(polyleaf, folder, press, rows, leaflets):
    """Builds a row's files, those of a shipped press by its name and others by a file of the project's own."""
    standard, condition, fonts = rows
    project = folder / f"{press}-{fonts}"
    (project / "layouts/press").mkdir(parents=True)
    shutil.copy(ROOT / "polyleaf.toml", project)
    shutil.copytree(ROOT / "locales", project / "locales")
    shipped = ROOT / f"layouts/press/{press}.toml"
    if not shipped.exists() or f'"{fonts}"' not in shipped.read_text() + '"embedded"':
        text = f'source = "https://example.org"\nread = "2026-11"\nstandard = "{standard}"\nintent = "{condition}"\nfonts = "{fonts}"\nmarks = "none"\npages = "single"\n'
        (project / f"layouts/press/{press}.toml").write_text(text)
    elif fonts == "embedded" and '"outlines"' in shipped.read_text():
        (project / f"layouts/press/{press}.toml").write_text(shipped.read_text().replace('"outlines"', '"embedded"'))
    for layout, languages in leaflets:
        command = [polyleaf, "build", "--project", project, "--out", project / "out", "--press", press, "-L", layout, "-l", languages]
        subprocess.run(command, check=True, capture_output=True)
    return sorted((project / "out").glob("*.pdf"))


def sees(folder, path):
    """Whether the judge finds what it is there to find: each change of a sound file must be told."""
    raw = path.read_bytes()
    changed = folder / "changed.pdf"
    found = lambda data: (changed.write_bytes(data), list(structure(changed, "x-1a:2001", "FOGRA39", "embedded")))[1]
    for old, new in [(b"%PDF-1.3", b"%PDF-1.5"), (b"PDF/X-1a:2001", b"PDF/X-1a:2003"), (b"(FOGRA39)", b"(FOGRA40)"), (b"/Trapped/False", b"/Trapped/Tru  ")]:
        if old not in raw or not found(raw.replace(old, new)):
            yield f"{old} made {new} is not seen"
    with pikepdf.open(path) as pdf:
        pdf.pages[0].obj.Group = pikepdf.Dictionary(S=pikepdf.Name.Transparency)
        pdf.save(changed, force_version="1.3", object_stream_mode=pikepdf.ObjectStreamMode.disable)
    if not any("/Group" in told for told in structure(changed, "x-1a:2001", "FOGRA39", "embedded")):
        yield "a group is not seen"
    page = numpy.full((300, 300), 255)
    page[100:200, 100:110] = 0
    if strays(numpy.roll(page, 5, 1), page) < 3e-4 or strays(numpy.roll(page, 1, 1), page) > 0:
        yield "what stands elsewhere is not seen, or what stands a pixel off is"


def main():
    polyleaf, folder = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    failed, count, ratios = 0, 0, []

    def tell(name, told):
        nonlocal failed
        for what in told:
            failed += 1
            print(f"{name}: {what}")

    for press, (standard, condition, fonts, leaflets) in SAMPLE.items():
        rows = (standard, condition, fonts)
        files = build(polyleaf, folder, press, rows, leaflets)
        for path in files:
            count += 1
            tell(path.name, structure(path, *rows))
            tell(path.name, inks(path, condition))
            if CONDITIONS[condition][2] and not standard.startswith("x-1a"):
                tell(path.name, reading(path))
            if fonts == "embedded":
                tell(path.name, text_inks(path))
        if fonts == "outlines":
            for outlined, embedded in zip(files, build(polyleaf, folder, press, (standard, condition, "embedded"), leaflets), strict=True):
                ratios.append(outlined.stat().st_size / embedded.stat().st_size)
                tell(outlined.name, alike(outlined, embedded))
        if press == "x1a-book":
            tell("the judge", sees(folder, files[0]))
    print(f"{count} files of {len(SAMPLE)} presses; outlined ones {min(ratios):.2f} to {max(ratios):.2f} times as large; {failed} problems")
    sys.exit(failed > 0)


main()
