#!/usr/bin/env python3
"""Compares every shaped run with HarfBuzz (PyPI uharfbuzz).   usage: glyphs.py FONTS... < `compose glyphs`

Each run is shaped again from its paragraph, with the same face, script, language, direction and context around it. Glyph,
cluster, advance and offset must be equal for all of them. FONTS are folders that hold the faces, the first to be asked first.
"""
import collections
import functools
import json
import pathlib
import sys
import unicodedata

import uharfbuzz as hb

SHOWN = 20


@functools.cache
def font(file, index):
    found = next(path for folder in sys.argv[1:] if (path := pathlib.Path(folder, file)).is_file())
    return hb.Font(hb.Face(hb.Blob.from_file_path(found), index))


def shaped(text, run):
    buffer = hb.Buffer()
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    buffer.add_utf8(text, run["start"], run["end"] - run["start"])
    buffer.script, buffer.language, buffer.direction = run["script"], run["lang"], run["direction"]
    hb.shape(font(run["file"], run["face_index"]), buffer, {})
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions):
        # Controls and separators of lines may have a glyph, but never a place on a line.
        if unicodedata.category(text[info.cluster :].decode("utf8")[0]) not in ("Cc", "Zl", "Zp"):
            yield [info.codepoint, info.cluster, position.x_advance, position.x_offset, position.y_offset]


def main():
    seen, shown = collections.defaultdict(collections.Counter), 0
    for line in sys.stdin:
        paragraph = json.loads(line)
        count = seen[paragraph["tag"]]
        text = paragraph["text"].encode("utf8")
        count["paragraphs"] += 1
        if [run["start"] for run in paragraph["runs"]] + [len(text)] != [0] + [run["end"] for run in paragraph["runs"]]:
            print(f"{paragraph['tag']} {paragraph['message']}: runs don't tile the text")
            count["differences"] += 1
        for run in paragraph["runs"]:
            wanted = list(shaped(text, run))
            count["runs"] += 1
            count["glyphs"] += len(wanted)
            if run["glyphs"] != wanted:
                count["differences"] += 1
                if (shown := shown + 1) <= SHOWN:
                    words = text[run["start"] : run["end"]].decode("utf8")
                    odd = [pair for pair in zip(run["glyphs"], wanted) if pair[0] != pair[1]][:3]
                    lengths = f"{len(run['glyphs'])} against {len(wanted)} glyphs"
                    print(f"{paragraph['tag']} {paragraph['message']} {run['file']} “{words}”: {lengths}, ours and theirs {odd}")
    for tag, count in sorted(seen.items()):
        print(f"{tag:8}", ", ".join(f"{count[what]} {what}" for what in ("paragraphs", "runs", "glyphs", "differences")))
    sys.exit(not seen or any(count["differences"] for count in seen.values()))


main()
