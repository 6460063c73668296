"""Makes the font of the social cards, src/lessongen/cards/newsreader.ttf.

    npm pack @fontsource/newsreader@5.3.0 && tar xzf fontsource-newsreader-5.3.0.tgz
    pip install fonttools==4.68.0 brotli
    python tools/card_font.py package/files src/lessongen/cards/newsreader.ttf

Newsreader (SIL Open Font License, no reserved name; the licence lies beside the font) comes in
parts for the web. Here the Latin ones become one file, cut down to the letters of
`cards/letters.py`, and its kerning becomes a table that Pillow's own layout reads: the better
layout engine needs a library that not every machine has, and cards must not depend on that.
"""

# ruff: noqa: ANN401, INP001 (what fontTools gives has no types; a script is no package)

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._k_e_r_n import KernTable_format_0
from fontTools.ttLib.tables.ttProgram import Program

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))

from lessongen.cards.letters import LETTERS

PARTS = ("newsreader-latin-500-normal", "newsreader-latin-ext-500-normal")
LEAST = 22  # of 2000 units to the em: less than a pixel in the largest title
UNUSED = ("GPOS", "GSUB", "GDEF", "STAT", "prep", "gasp")
EXTENSION, PAIRS = 9, 2  # types of a lookup
ONE_BY_ONE = 1  # the format in which each pair is named; the other one names classes

Pair = tuple[str, str]


def main(folder: Path, output: Path) -> None:
    """Write the font made of the parts in the folder."""
    paths = []
    for part in PARTS:
        font = TTFont(folder / f"{part}.woff2")
        font.flavor = None
        paths.append(output.with_name(f"{part}.ttf"))
        font.save(paths[-1])
    latin = TTFont(paths[0])
    kerning = {pair: value for pair, value in _kerning(latin) if abs(value) >= LEAST}
    font = Merger().merge([str(path) for path in paths])
    for path in paths:
        path.unlink()
    _cut(font)
    _keep_shapes(font)
    font["kern"] = _table(_renamed(kerning, latin, font))
    born = latin["head"].created
    font["head"].created = font["head"].modified = born  # the same bytes each time
    font.recalcTimestamp = False
    font.save(output)


def _cut(font: TTFont) -> None:
    options = Options()
    options.drop_tables += UNUSED
    options.name_IDs = ["*"]  # the copyright notice stays in the font
    options.notdef_outline = True
    cutter = Subsetter(options)
    cutter.populate(text="".join(sorted(LETTERS)))
    cutter.subset(font)


def _keep_shapes(font: TTFont) -> None:
    """A program that does nothing: without any, FreeType bends the letters, slowly."""
    font["fpgm"] = newTable("fpgm")
    font["fpgm"].program = Program()
    font["fpgm"].program.fromAssembly(["PUSHB[ ]", "0", "POP[ ]"])
    font["maxp"].maxStackElements = max(1, font["maxp"].maxStackElements)


def _kerning(font: TTFont) -> Iterator[tuple[Pair, int]]:
    """The pairs whose distance is not the usual one; the first lookup that knows a pair says it."""
    names = {name for code, name in font.getBestCmap().items() if chr(code) in LETTERS}
    for lookup in font["GPOS"].table.LookupList.Lookup:
        known: set[Pair] = set()
        for table in lookup.SubTable:
            subtable = table.ExtSubTable if table.LookupType == EXTENSION else table
            if subtable.LookupType == PAIRS:
                for pair, value in _pairs(subtable, names):
                    if pair not in known and names.issuperset(pair):
                        known.add(pair)
                        yield pair, getattr(value, "XAdvance", 0)


def _pairs(subtable: Any, names: set[str]) -> Iterator[tuple[Pair, Any]]:
    firsts = subtable.Coverage.glyphs
    if subtable.Format == ONE_BY_ONE:
        for first, pairs in zip(firsts, subtable.PairSet, strict=True):
            for record in pairs.PairValueRecord:
                yield (first, record.SecondGlyph), record.Value1
        return
    for first in firsts:
        row = subtable.Class1Record[subtable.ClassDef1.classDefs.get(first, 0)]
        for second in sorted(names):
            column = subtable.ClassDef2.classDefs.get(second, 0)
            yield (first, second), row.Class2Record[column].Value1


def _renamed(kerning: dict[Pair, int], before: TTFont, after: TTFont) -> dict[Pair, int]:
    """The pairs by the names that glyphs have after merging and cutting."""
    now = after.getBestCmap()
    names = {name: now[code] for code, name in before.getBestCmap().items() if code in now}
    return {(names[a], names[b]): value for (a, b), value in sorted(kerning.items())}


def _table(kerning: dict[Pair, int]) -> Any:
    pairs = KernTable_format_0()
    pairs.coverage, pairs.apple, pairs.kernTable = 1, False, kerning
    table = newTable("kern")
    table.version, table.kernTables = 0, [pairs]
    return table


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
