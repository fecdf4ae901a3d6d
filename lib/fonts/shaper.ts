import { readFileSync } from 'node:fs';
import { Blob, Buffer, Face, Font, shape } from 'harfbuzzjs';
import { type FaceName, faceNames } from './faces';

/** Both files of a face without their outlines, written by scripts/fonts/cut-fonts.py. */
const shapingFile = (face: FaceName, kind: 'cut' | 'whole') => `lib/fonts/shaping/${face}-${kind}.ttf`;

/**
 * A position is a sum of rounded ones (an advance, the anchor of the letter and that of the mark), so it may differ by two
 * units of the coarser grid. A missing anchor moves a mark by far more.
 */
const maxShift = 2;

interface LoadedFont {
  font: Font;
  unitsPerEm: number;
  /** By glyph id; filled as glyphs are met. */
  names: string[];
}

interface LoadedFace {
  cut: LoadedFont;
  whole: LoadedFont;
}

let loaded: Map<FaceName, LoadedFace> | undefined;

/** Whether the cut file draws the text as the whole one does: the same glyphs, each at its place. */
export function isDrawnAlike(face: FaceName, text: string): boolean {
  loaded ??= new Map(faceNames.map((name) => [name, { cut: load(name, 'cut'), whole: load(name, 'whole') }]));
  const { cut, whole } = loaded.get(face) as LoadedFace;
  const [ours, theirs] = [shaped(cut, text), shaped(whole, text)];
  const scale = cut.unitsPerEm / whole.unitsPerEm;
  return (
    ours.length === theirs.length &&
    ours.every((glyph, at) => {
      const other = theirs[at] as ShapedGlyph;
      return (
        glyph.name === other.name &&
        glyph.places.every(
          (place, axis) => Math.abs(place - (other.places[axis] as number) * scale) <= maxShift,
        )
      );
    })
  );
}

function load(name: FaceName, kind: 'cut' | 'whole'): LoadedFont {
  const face = new Face(new Blob(readFileSync(shapingFile(name, kind))));
  const font = new Font(face);
  font.setScale(face.upem, face.upem);
  return { font, unitsPerEm: face.upem, names: [] };
}

interface ShapedGlyph {
  name: string;
  places: readonly [advance: number, x: number, y: number];
}

function shaped({ font, names }: LoadedFont, text: string): ShapedGlyph[] {
  const buffer = new Buffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  buffer.setLanguage('bn');
  shape(font, buffer);
  const positions = buffer.getGlyphPositions();
  return buffer.getGlyphInfos().map(({ codepoint: glyphId }, at) => {
    names[glyphId] ??= font.glyphName(glyphId);
    const position = positions[at];
    return {
      name: names[glyphId],
      places: [position?.xAdvance ?? 0, position?.xOffset ?? 0, position?.yOffset ?? 0],
    };
  });
}
