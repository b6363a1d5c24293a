#!/usr/bin/env python3
"""The largest size at which the Universal Declaration (preamble, articles 1-12) fits six columns of 83 x 190 mm on two A4
landscape sides, against what Typst reaches by bisection at the same settings; and the size of those files, tagged, against
Typst's. usage: sizes.py POLYLEAF PROJECT

PROJECT is what `udhr-project PROJECT --articles 0-12` wrote; each language is taken out into a project of its own. Line
height 1.4; title 1.8 em, headings 1.15 em bold with 6 pt before and 2 pt after, 3 pt between paragraphs; the headings'
own lines are 0.85 of our titles' line height: 1.0 em in Latin script, 1.19 in Chinese. Justified, words divided where the
language has rules for it. Korean and Thai, whose words stay whole, need 95 % of Typst's size."""
import json, pathlib, shutil, subprocess, sys

TYPST = {"en": 13.7, "es": 13.2, "fr": 13.3, "tl": 12.4, "zh-Hans": 19.1, "zh-Hant": 19.2, "ko": 16.5, "th": 15.3}
SHARE = {"ko": 0.95, "th": 0.95}
# Of Typst's files, in kB of 1000 bytes.
TYPST_KB = {"en": 33, "tl": 33, "th": 56, "ko": 42, "zh-Hans": 72, "zh-Hant": 78}
PANEL = """
[[panel]]
name = "side {cell}"
cell = {cell}
place = "body"
inset = ["10mm", "12mm"]
columns = 3
gutter = "12mm"
align = "top"
"""


def layout(size: float) -> str:
    """The layout whose gaps are right at that size: a layout gives them in em."""
    gap, before, after = (points / size for points in (3, 6, 2))
    head = """purpose = "six columns, for a comparison of sizes"
fold = "none"
orientation = "landscape"
papers = ["a4"]
unprinted = "6.35mm"
[body]
max = 40
leading = [1.0, 1.0]
gaps = [1.0, 1.0]
"""
    panels = "".join(PANEL.format(cell=cell) for cell in (1, 2))
    return head + panels + f"""
[style.role]
title = {{ size = 1.8, bold = true, display = true }}
heading = {{ size = 1.15, leading = 0.85, bold = true, display = true, before = {before:.4f}, after = {after:.4f} }}
paragraph = {{ after = {gap:.4f} }}
"""


def main() -> int:
    polyleaf, project = sys.argv[1], pathlib.Path(sys.argv[2])
    manifest = (project / "polyleaf.toml").read_text().replace('place = "cover"', 'place = "body"')
    failed = 0
    for tag, typst in TYPST.items():
        # A project of its own: sections of several languages would have to start on the same panels.
        alone = project / "alone" / tag
        shutil.copytree(project / "locales" / tag, alone / "locales" / tag, dirs_exist_ok=True)
        (alone / "layouts").mkdir(exist_ok=True)
        (alone / "polyleaf.toml").write_text(manifest.replace('source = "en"', f'source = "{tag}"'))
        (alone / f"locales/{tag}/locale.toml").write_text('align = "justify"\nleading = 1.4\nsize = { floor = 8, ideal = 8 }\n')
        (alone / "layouts/six.toml").write_text(layout(typst))
        run = subprocess.run(
            [polyleaf, "build", "--project", alone, "-L", "six", "--for", "screen", "-o", alone / "out", "--message-format", "json"],
            capture_output=True, text=True)
        rows = [json.loads(line) for line in run.stdout.splitlines()]
        size = next((row["body_pt"] for row in rows if row["reason"] == "artifact"), 0.0)
        least = typst * SHARE.get(tag, 1.0)
        good = size >= least - 0.001
        failed += not good
        print(f"{tag:8} {size:6.2f} pt, Typst {typst:5.2f}, asked {least:5.2f} {'' if good else '  <-- too small'}")
        if tag in TYPST_KB:
            weights = [pdf.stat().st_size / 1000 for pdf in (alone / "out").glob("*.pdf")]
            light = len(weights) == 1 and weights[0] <= TYPST_KB[tag]
            failed += not light
            print(f"{'':8} {weights} kB, Typst {TYPST_KB[tag]} {'' if light else '  <-- too large, or not one file'}")
        for row in rows:
            if row["reason"] == "diagnostic":
                print("        ", row["message"], row.get("help", ""))
    return 1 if failed else 0


sys.exit(main())
