"""Cuts the reading faces to what Bengali news needs, and proves that nothing moved.

    python3 scripts/fonts/cut-fonts.py SOURCE_DIR --exact FILE... --common FILE... --out public/fonts

SOURCE_DIR holds fontsource's static woff2 files (Noto Serif Bengali 700, Hind Siliguri 400 and 600, Bengali and
Latin). Every word of the --exact files (demo stories, labels, hard-words.txt) must be shaped as by the uncut font,
glyph by glyph, or the script fails; the --common files (a spelling dictionary) tell which syllables to keep.

Needs fonttools >= 4.45, brotli and hb-shape. Run by hand when a face or the corpus changes; results are committed.
Why by glyphs and not by letters: the letters of Bengali are few, its conjuncts are the weight.
"""
import argparse
import collections
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.qu2cuPen import Qu2CuPen
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem
from fontTools import subset

# Without dist, mark and rclt a quarter of all words are set wrongly in the serif.
FEATURES = ('nukt akhn rphf blwf half pstf vatu cjct init pres abvs blws psts haln calt kern abvm blwm locl ccmp '
            'liga dist mark mkmk rclt rlig fina').split()
BENGALI = 'U+20,U+A0,U+964-965,U+980-9FE,U+200C-200D,U+20B9,U+25CC'
PUNCTUATION = '.,:;!?()/%-"\'°·×–—‘’“”…\u00a0'
# Headlines have these so seldom that they lie with the Latin letters: 1.7 kB of a face. Text has them everywhere.
SELDOM = '0123456789[]{}&+=*#@_|<>~'
LATIN = 'U+41-5A,U+61-7A,U+A1-AF,U+B1-B6,U+B8-D6,U+D8-F6,U+F8-FF'
# Thousandths of an em: one is a twenty-fifth of a pixel in our largest headline on a phone.
OUTLINE_ERROR = 2
# Units of an em. Drawn on a thousand, delivered on fewer: a point moves by half of one at most.
GRID = 400
# A place is a sum of rounded ones: an advance, an anchor of the letter, one of the mark. In units of GRID.
PLACE_ERROR = 2
PLACE = re.compile('(?:@(-?[0-9]+),(-?[0-9]+))?[+](-?[0-9]+)$')
SYLLABLE = re.compile('[ক-হড়ঢ়য়ৎৰৱ]়?(?:্[\u200c\u200d]?[ক-হড়ঢ়য়]়?)*(?:\u200d?্[\u200c\u200d]?)?[া-ৌৗ]*[ঁংঃ]*|[অ-ঔৠৡ](?:্য)?[া]?[ঁংঃ]*')
CONJUNCT = re.compile('[ক-হড়ঢ়য়]়?(?:\u200d?্[ক-হড়ঢ়য়]়?)+')
WORD = re.compile('[\u0980-\u09fe\u200c\u200d]+')
# name: (Bengali file, Latin file, how often a syllable must occur in the dictionary to be kept, whether text is set in it)
FACES = {
    'serif-700': ('noto-serif-bengali-bengali-700-normal', 'noto-serif-bengali-latin-700-normal', 3, False),
    'hind-400': ('hind-siliguri-bengali-400-normal', 'hind-siliguri-latin-400-normal', 1, True),
    'hind-600': ('hind-siliguri-bengali-600-normal', 'hind-siliguri-latin-600-normal', 3, True),
}


def pruned(font, unicodes, glyphs=None):
    options = subset.Options(layout_features=FEATURES, hinting=False, name_IDs=[1, 2], notdef_outline=True,
                             glyph_names=True, layout_closure=glyphs is None)
    options.drop_tables += ['vmtx', 'vhea', 'VORG', 'gasp', 'STAT', 'DSIG', 'meta']
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=subset.parse_unicodes(unicodes), glyphs=glyphs or [])
    cutter.subset(font)
    return font


def words_in(files):
    # NFC takes ড় ঢ় য় apart, as the site does at every save.
    texts = (unicodedata.normalize('NFC', path.read_text('utf-8')) for path in files)
    return sorted({word for text in texts for word in WORD.findall(text)})


def shape(path, lines, verbose=False):
    """One output line a word: names, offsets and advances. Verbose: every step of the shaper."""
    command = ['hb-shape', str(path), '--script=beng', '--language=bn', '--no-clusters']
    if verbose:
        command += ['-V', '--no-positions']
    ran = subprocess.run(command, input='\n'.join(lines) + '\n', capture_output=True, text=True, check=True)
    return ran.stdout + ran.stderr if verbose else ran.stdout.splitlines()


def is_set_alike(whole, cut):
    """Two lines of `shape`: the same glyphs, each at its place, as far as GRID can say it."""
    one, other = whole.strip('[]').split('|'), cut.strip('[]').split('|')
    if [PLACE.sub('', glyph) for glyph in one] != [PLACE.sub('', glyph) for glyph in other]:
        return False
    places = zip((PLACE.search(glyph) for glyph in one), (PLACE.search(glyph) for glyph in other))
    return all(abs(int(a or 0) * GRID / 1000 - int(b or 0)) <= PLACE_ERROR
               for before, after in places if before for a, b in zip(before.groups(), after.groups()))


def glyph_ids(path, lines):
    command = ['hb-shape', str(path), '--script=beng', '--language=bn', '--no-clusters', '--no-positions', '--no-glyph-names']
    ran = subprocess.run(command, input='\n'.join(lines) + '\n', capture_output=True, text=True, check=True)
    return [[int(one) for one in line.strip('[]').split('|') if one] for line in ran.stdout.splitlines()]


def drop_unused_anchors(font, shaped):
    """Where a mark stands on a letter is said for each pair of them; most pairs are in no word. `shaped`: glyph ids."""
    used = {(base, mark) for line in shaped for at, mark in enumerate(line) for base in line[max(0, at - 4):at]}
    ids = {name: at for at, name in enumerate(font.getGlyphOrder())}
    for lookup in font['GPOS'].table.LookupList.Lookup if 'GPOS' in font else []:
        for table in lookup.SubTable if lookup.LookupType == 4 else []:
            marks = collections.defaultdict(list)
            for name, record in zip(table.MarkCoverage.glyphs, table.MarkArray.MarkRecord):
                marks[record.Class].append(ids[name])
            kept = []
            for name, record in zip(table.BaseCoverage.glyphs, table.BaseArray.BaseRecord):
                record.BaseAnchor = [anchor if any((ids[name], mark) in used for mark in marks[at]) else None
                                     for at, anchor in enumerate(record.BaseAnchor)]
                if any(record.BaseAnchor):
                    kept.append((name, record))
            table.BaseCoverage.glyphs = [name for name, _ in kept]
            table.BaseArray.BaseRecord = [record for _, record in kept]
            table.BaseArray.BaseCount = len(kept)


def simplify_outlines(font):
    """The same curves by fewer points, within OUTLINE_ERROR twice over."""
    glyphs, table = font.getGlyphSet(), font['glyf']
    simpler = {}
    for name in font.getGlyphOrder():
        if table[name].numberOfContours <= 0:
            continue
        recording, pen = DecomposingRecordingPen(glyphs), TTGlyphPen(None)
        glyphs[name].draw(recording)
        quadratic = Cu2QuPen(pen, OUTLINE_ERROR, reverse_direction=False)
        recording.replay(Qu2CuPen(quadratic, OUTLINE_ERROR, all_cubic=True))
        outline = pen.glyph()
        if outline.numberOfContours > 0 and len(outline.coordinates) < len(table[name].coordinates):
            simpler[name] = outline
    for name, outline in simpler.items():
        table[name] = outline
        outline.recalcBounds(table)
        font['hmtx'][name] = (font['hmtx'][name][0], outline.xMin)


def copy_outlines(target, source, characters):
    """Digits and common punctuation of the Latin file, so that a space does not fetch a second font."""
    scale = target['head'].unitsPerEm / source['head'].unitsPerEm
    glyphs, best = source.getGlyphSet(), source.getBestCmap()
    for character in characters:
        code = ord(character)
        if code not in best or code in target.getBestCmap():
            continue
        name, pen, recording = f'u{code:04X}', TTGlyphPen(None), DecomposingRecordingPen(glyphs)
        glyphs[best[code]].draw(recording)
        for verb, points in recording.value:
            getattr(pen, verb)(*[point and (point[0] * scale, point[1] * scale) for point in points])
        outline = pen.glyph()
        order = target.getGlyphOrder() + [name]
        target.setGlyphOrder(order)
        target['glyf'].glyphs[name] = outline
        target['glyf'].glyphOrder = order
        outline.recalcBounds(target['glyf'])
        advance = round(source['hmtx'][best[code]][0] * scale)
        target['hmtx'][name] = (advance, getattr(outline, 'xMin', 0))
        for table in target['cmap'].tables:
            if table.isUnicode():
                table.cmap[code] = name


def save(font, path):
    font.flavor = 'woff2'
    font['post'].formatType = 3.0
    font.save(path)
    return path.stat().st_size


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument('source', type=pathlib.Path)
    arguments.add_argument('--exact', type=pathlib.Path, nargs='+', required=True)
    arguments.add_argument('--common', type=pathlib.Path, nargs='*', default=[])
    arguments.add_argument('--out', type=pathlib.Path, required=True)
    given = arguments.parse_args()

    seen, common = words_in(given.exact), words_in(given.common)
    everything = sorted(set(seen) | set(common))
    counts = collections.Counter(s for word in everything for s in SYLLABLE.findall(word))
    conjuncts = collections.Counter(c for word in everything for c in CONJUNCT.findall(word))
    seen_syllables = {s for word in seen for s in SYLLABLE.findall(word)}

    failed = False
    with tempfile.TemporaryDirectory() as folder:
        for name, (bengali, latin, often, is_text) in FACES.items():
            whole = pathlib.Path(folder, f'{name}-whole.ttf')
            font = TTFont(given.source / f'{bengali}.woff2')
            font.flavor = None
            pruned(font, BENGALI).save(whole)

            syllables = {s for s, n in counts.items() if n >= often} | seen_syllables
            bare = {c for c, n in conjuncts.items() if n >= min(often, 8)}
            lines = seen + [form for s in sorted(syllables | bare) for form in (s, 'ক' + s)]
            keep = {g for part in re.findall(r'\[([^\]]*)\]', shape(whole, lines, verbose=True))
                    for g in part.split('|') if g}
            font = TTFont(whole)
            keep &= set(font.getGlyphOrder())
            pruned(font, BENGALI, sorted(keep))
            font.save(bare_path := pathlib.Path(folder, f'{name}-bare.ttf'))
            drop_unused_anchors(font, glyph_ids(bare_path, everything))
            if not is_text:
                simplify_outlines(font)
            scale_upem(font, GRID)
            font.save(bare_path)
            font = TTFont(bare_path)

            before, after = shape(whole, seen), shape(bare_path, seen)
            wrong = [w for w, a, b in zip(seen, before, after) if not is_set_alike(a, b)]
            others = [w for w, a, b in zip(everything, shape(whole, everything), shape(bare_path, everything))
                      if not is_set_alike(a, b)]
            failed = failed or bool(wrong)

            source = TTFont(given.source / f'{latin}.woff2')
            copy_outlines(font, source, PUNCTUATION + SELDOM if is_text else PUNCTUATION)
            size = save(font, given.out / f'{name}.woff2')
            letters = TTFont(given.source / f'{latin}.woff2')
            letters.flavor = None
            pruned(letters, LATIN if is_text else LATIN + ',' + ','.join(f'U+{ord(c):X}' for c in SELDOM))
            scale_upem(letters, GRID)
            latin_size = save(letters, given.out / f'{name}-latin.woff2')
            print(f'{name}: {size} bytes, Latin {latin_size}; seen words that differ: {len(wrong)} of {len(seen)}; '
                  f'all words: {len(others)} of {len(everything)} {" ".join((wrong + others)[:8])}')
    sys.exit(1 if failed else 0)


main()
