#!/usr/bin/env python3
"""Writes what CLDR 49 says of languages into small tables, by tools that share no code with us.

    pip install babel==2.19.0
    python3 tests/oracles/cldr.py            writes the tables
    python3 tests/oracles/cldr.py --check    fails where one is stale

src/languages/names.tsv   the tag of each language that CLDR has a name for, its own name or nothing, its English name
src/languages/plurals.tsv the rules of plural categories of languages, as Babel writes them
tests/cldr/plurals.tsv    the plural categories of numbers
tests/cldr/digits.tsv     numbers as languages write them, by Node's ICU4C (needs `node`): Babel knows neither digits of
                          other scripts nor from how many digits on numbers are grouped
"""

import json
import re
import shutil
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

from babel import Locale
from babel.core import get_cldr_version
from babel.localedata import locale_identifiers

ROOT = Path(__file__).resolve().parents[2]

# Ours, those with many categories, and those that write numbers in other ways.
COUNTED = """en es fr fil th ko zh-Hans zh-Hant ar be bg bn br ca cs cy da de el fa fi ga gd gl he hi hr hu hy id is it ja ka
    km lt lv mk mt ne nl pl pt pt-PT ro ru sk sl so sr sv sw ta tr uk ur vi""".split()
# Languages that the program knows by the rules in src/languages/plurals.tsv alone, one of each kind.
COUNTED += "an bho ff fur gsw gv kab ksh kw lag lld ln mg nso se shi sgs tzm yi".split()
# Node's ICU has CLDR 48, which groups the numbers of Galician as CLDR 49 no longer does.
WRITTEN = [tag for tag in COUNTED[:COUNTED.index("an")] if tag != "gl"]
WRITTEN += "am de-AT de-CH en-IN es-419 es-MX es-AR fr-CA lo mr my ti".split()

WHOLE = [str(number) for number in range(201)] + "1000 1001 1234 10000 100000 1000000 1000001 2000000".split()
FRACTIONS = "0.0 0.5 1.0 1.5 1.10 2.0 2.1 10.0 11.3 21.0 21.1 1000000.0".split()
FIGURES = "0 7 1000 1234.5 -1234.5 12345.5 1234567.5".split()

# Georgian has no capitals at the start of words.
GEORGIAN = re.compile("[\u10a0-\u10ff]")


def capital(name):
    """A name that starts a line."""
    return name if GEORGIAN.match(name) else name[0].upper() + name[1:]


def names():
    english = {tag.replace("_", "-"): name for tag, name in Locale("en").languages.items()}
    rows = {tag: ("", name) for tag, name in english.items() if re.fullmatch("[a-z]{2,3}", tag)}
    for tag in ("mul", "und", "zxx"):
        rows.pop(tag, None)
    for identifier in sorted(locale_identifiers()):
        tag = identifier.replace("_", "-")
        if not re.fullmatch("[a-z]{2,3}(-[A-Z][a-z]{3})?", tag):
            continue
        locale = Locale.parse(identifier)
        own = locale.languages.get(identifier) or locale.languages.get(locale.language)
        named = english.get(tag) or english.get(locale.language)
        if own and named:
            # A script of its own only where the name is then another.
            if not locale.script or capital(own) != rows.get(locale.language, ("",))[0]:
                rows[tag] = (capital(own), named)
    return [(tag, *rows[tag]) for tag in sorted(rows)]


def runs(numbers, category):
    """Numbers with their category, ranges of whole ones joined: `0-9 11 1.5`."""
    members = {}
    for number in numbers:
        joined = members.setdefault(category(number), [])
        if joined and "." not in number + joined[-1][1] and int(number) == int(joined[-1][1]) + 1:
            joined[-1][1] = number
        else:
            joined.append([number, number])
    for name in sorted(members):
        yield name, " ".join(first if first == last else f"{first}-{last}" for first, last in members[name])


def plurals():
    rows = []
    for tag in COUNTED:
        locale = Locale.parse(tag, sep="-")
        for kind, rule, numbers in (
            ("cardinal", locale.plural_form, WHOLE + FRACTIONS),
            ("ordinal", locale.ordinal_form, WHOLE),
        ):
            rows += [(tag, kind, *run) for run in runs(numbers, lambda number: rule(Decimal(number)))]
    return rows


def rules():
    """The plural rules of all languages that have some, those of the same rules in one row."""
    rows = {}
    for language in sorted({identifier.split("_")[0] for identifier in locale_identifiers()}):
        locale = Locale.parse(language)
        for kind, rule in (("cardinal", locale.plural_form), ("ordinal", locale.ordinal_form)):
            told = tuple(f"{category}: {rule.rules[category]}" for category in sorted(rule.rules))
            if told:
                rows.setdefault((kind, told), []).append(language)
    return [(" ".join(languages), kind, *told) for (kind, told), languages in sorted(rows.items())]


def digits():
    if not shutil.which("node"):
        return None
    script = """const [tags, figures] = JSON.parse(process.argv[1]);
        console.log(JSON.stringify(tags.flatMap((tag) =>
            figures.map((figure) => [tag, figure, new Intl.NumberFormat(tag).format(Number(figure))]))))"""
    done = subprocess.run(["node", "-e", script, json.dumps([WRITTEN, FIGURES])], capture_output=True, check=True)
    return json.loads(done.stdout)


assert str(get_cldr_version()).startswith("49"), "the tables are those of CLDR 49"
stale = []
for file, rows in {
    "src/languages/names.tsv": names(),
    "src/languages/plurals.tsv": rules(),
    "tests/cldr/plurals.tsv": plurals(),
    "tests/cldr/digits.tsv": digits(),
}.items():
    if rows is None:
        print(f"{file} is left: there is no node", file=sys.stderr)
        continue
    text = "".join("\t".join(row) + "\n" for row in rows)
    path = ROOT / file
    if "--check" not in sys.argv:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    elif not path.exists() or path.read_text(encoding="utf-8") != text:
        stale.append(file)
if stale:
    sys.exit(f"stale: {', '.join(stale)}: run tests/oracles/cldr.py")
