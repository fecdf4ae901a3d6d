"""Cuts the reading faces to the glyphs that Bengali news needs, and checks the result with a shaper.

    python3 scripts/fonts/cut-fonts.py SOURCE_DIR --exact FILE... --words FILE... --out public/fonts --shaping lib/fonts/shaping

SOURCE_DIR holds fontsource's static woff2 files (Noto Serif Bengali 700, Hind Siliguri 400 and 600, Bengali and
Latin). Which glyphs are kept follows from rules (every consonant with every vowel sign and mark) and from the clusters of
two and three consonants that occur in any of the files, each again with every vowel sign, chandrabindu, reph and ya-phala.
Every word of the --exact files (demo stories, labels, hard-words.txt) must be shaped as by the whole face, glyph by glyph,
or the script fails; --words are lists of real words, one a line, a count after a tab. They are read and not copied.

Written are, for each face: the cut (NAME.woff2), the whole face for pages that hold a cluster outside the cut
(NAME-whole.woff2), the Latin letters, and both without outlines (NAME-cut.ttf, NAME-whole.ttf in --shaping), by which the
site checks each page.

Needs fonttools >= 4.45, brotli and hb-shape. Run by hand when a face or the rules change; the results are committed.
Why by glyphs and not by characters: Bengali has few letters; its weight is in the conjuncts.
"""
import argparse
import collections
import hashlib
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
OUTLINE_ERROR = 3
# Units of an em. Drawn on a thousand, delivered on fewer: a point moves by half a unit, 0.04 px in text.
GRID = 250
# A position is a sum of rounded ones: an advance, an anchor of the letter, one of the mark. In units of GRID.
PLACE_ERROR = 2
PLACE = re.compile('(?:@(-?[0-9]+),(-?[0-9]+))?[+](-?[0-9]+)$')
CONSONANTS = [*'কখগঘঙচছজঝঞটঠডঢণতথদধনপফবভমযরলশষসহ', 'ড\u09bc', 'ঢ\u09bc', 'য\u09bc']
# Sounds of other languages, as papers in Kolkata and religious books write them.
DOTTED = [letter + '\u09bc' for letter in 'কখগজফস']
VOWEL_SIGNS = ['', *'ািীুূৃেৈোৌ']
VIRAMA, REPH, YA_PHALA = '\u09cd', 'র\u09cd', '\u09cdয'
OTHERS = [*'অআইঈউঊঋএঐওঔৎংঃঁ০১২৩৪৫৬৭৮৯৳।', 'অ্যা', 'এ্যা', 'অ্য', *('র\u200d্য' + sign for sign in VOWEL_SIGNS)]
CLUSTER = re.compile('[ক-হ]\u09bc?(?:\u09cd[ক-হ]\u09bc?)+')
WORD = re.compile('[\u0980-\u09fe\u200c\u200d]+')
# name: (Bengali file, Latin file, whether text is set in it)
FACES = {
    'serif-700': ('noto-serif-bengali-bengali-700-normal', 'noto-serif-bengali-latin-700-normal', False),
    'hind-400': ('hind-siliguri-bengali-400-normal', 'hind-siliguri-latin-400-normal', True),
    'hind-600': ('hind-siliguri-bengali-600-normal', 'hind-siliguri-latin-600-normal', True),
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


def clusters_in(words):
    """The clusters of two or more consonants without a reph before and a ya-phala behind, which the rules add to each."""
    found = set()
    for word in words:
        for cluster in CLUSTER.findall(word):
            parts = cluster.split(VIRAMA)
            if parts[0] == 'র' and len(parts) > 2:
                parts = parts[1:]
            if parts[-1] == 'য' and len(parts) > 2:
                parts = parts[:-1]
            found.add(VIRAMA.join(parts))
    return sorted(found)


def forms_of(cluster):
    """With every vowel sign, and each of them with chandrabindu, reph, ya-phala and the other marks."""
    # A visible virama, as in খড়্‌গ and at a word's end, and a half form.
    yield from (cluster + VIRAMA, cluster + VIRAMA + '\u200c', cluster + VIRAMA + '\u200dক')
    for sign in VOWEL_SIGNS:
        yield cluster + sign
        for mark in 'ঁংঃ':
            yield cluster + sign + mark
        yield REPH + cluster + sign
        yield cluster + YA_PHALA + sign
        yield REPH + cluster + YA_PHALA + sign


def glyphs_used(path, lines):
    """Every glyph that any step of the shaper uses."""
    used = set()
    for start in range(0, len(lines), 20_000):
        steps = shape(path, lines[start:start + 20_000], verbose=True)
        used.update(glyph for part in re.findall(r'\[([^\]]*)\]', steps) for glyph in part.split('|') if glyph)
    return used & set(TTFont(path).getGlyphOrder())


def save(font, path):
    font.flavor = 'woff2'
    font['post'].formatType = 3.0
    font.save(path)
    size = path.stat().st_size
    # A browser keeps a font for long: another content has another name, which goes into lib/fonts/faces.ts and the styles.
    for old in path.parent.glob(f'{path.stem}-' + '[0-9a-f]' * 8 + '.woff2'):
        old.unlink()
    path.rename(path.with_stem(f'{path.stem}-{hashlib.sha256(path.read_bytes()).hexdigest()[:8]}'))
    return size


def save_for_shaping(path, out):
    """Without outlines. Glyphs keep their names, by which the cut and the whole face are compared."""
    font = TTFont(path)
    for table in ('glyf', 'loca', 'name', 'OS/2', 'fpgm', 'prep', 'cvt ', 'gasp'):
        if table in font:
            del font[table]
    font.save(out)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument('source', type=pathlib.Path)
    arguments.add_argument('--exact', type=pathlib.Path, nargs='+', required=True)
    arguments.add_argument('--words', type=pathlib.Path, nargs='*', default=[])
    arguments.add_argument('--out', type=pathlib.Path, required=True)
    arguments.add_argument('--shaping', type=pathlib.Path, required=True)
    given = arguments.parse_args()
    given.shaping.mkdir(parents=True, exist_ok=True)

    exact = words_in(given.exact)
    words = sorted({*exact, *words_in(given.words)})
    clusters = CONSONANTS + DOTTED + clusters_in(words)
    rules = OTHERS + [form for cluster in clusters for form in forms_of(cluster)]
    everything = sorted({*words, *rules})

    failed = False
    with tempfile.TemporaryDirectory() as folder:
        for name, (bengali, latin, is_text) in FACES.items():
            whole = pathlib.Path(folder, f'{name}-whole.ttf')
            cut = pathlib.Path(folder, f'{name}-cut.ttf')
            font = TTFont(given.source / f'{bengali}.woff2')
            font.flavor = None
            pruned(font, BENGALI).save(whole)

            font = TTFont(whole)
            pruned(font, BENGALI, sorted(glyphs_used(whole, exact + rules)))
            font.save(cut)
            drop_unused_anchors(font, glyph_ids(cut, everything))
            if not is_text:
                simplify_outlines(font)
            scale_upem(font, GRID)
            font.save(cut)

            set_alike = [is_set_alike(a, b) for a, b in zip(shape(whole, everything), shape(cut, everything))]
            outside = {word for word, alike in zip(everything, set_alike) if not alike}
            failed = failed or any(word in outside for word in exact + rules)

            save_for_shaping(whole, given.shaping / f'{name}-whole.ttf')
            save_for_shaping(cut, given.shaping / f'{name}-cut.ttf')
            sizes = []
            for path, file in (cut, f'{name}.woff2'), (whole, f'{name}-whole.woff2'):
                font = TTFont(path)
                copy_outlines(font, TTFont(given.source / f'{latin}.woff2'), PUNCTUATION + SELDOM if is_text else PUNCTUATION)
                sizes.append(save(font, given.out / file))
            letters = TTFont(given.source / f'{latin}.woff2')
            letters.flavor = None
            pruned(letters, LATIN if is_text else LATIN + ',' + ','.join(f'U+{ord(c):X}' for c in SELDOM))
            scale_upem(letters, GRID)
            sizes.append(save(letters, given.out / f'{name}-latin.woff2'))
            print(f'{name}: cut {sizes[0]} bytes, whole {sizes[1]}, Latin {sizes[2]}; outside the cut: '
                  f'{sum(word in outside for word in words)} of {len(words)} words, {sum(form in outside for form in rules)} '
                  f'of {len(rules)} forms by rule. {" ".join(sorted(outside)[:8])}', flush=True)
    sys.exit(1 if failed else 0)


main()
