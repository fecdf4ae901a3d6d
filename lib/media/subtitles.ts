import { createHash } from 'node:crypto';
import { fromBengaliDigits } from '@barta/bengali/digits';
import { normalise } from '@barta/bengali/normalise';

/** A video of three hours has some 3,000 captions, 300 kB of Bengali. */
export const maxSubtitleBytes = 1_000_000;

export type SubtitlesRead =
  | { ok: true; text: string }
  /** `line`: where the error is, from 1. */
  | { ok: false; line: number };

const TIME = String.raw`(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})`;
const TIMING = new RegExp(`^${TIME}\\s*-->\\s*${TIME}(?:\\s+.*)?$`);
/** Parts of a WebVTT file other than captions: notes, styles and regions, which the page decides. */
const NO_CAPTION = /^(?:WEBVTT|NOTE|STYLE|REGION)(?:\s|$)/;
/** WebVTT markup that matters to the viewer: italics, bold, and the speaker. */
const KEPT_TAG = /^<\/?(?:[biu]|v(?:[ \t][^<>]*)?)>$/;

/**
 * Converts pasted SubRip (.srt) or WebVTT to plain WebVTT (https://www.w3.org/TR/webvtt1/): captions with their
 * times, in the order of the file, times in either digits. `''` for empty input.
 */
export function readSubtitles(rawText: string): SubtitlesRead {
  const lines = normalise(rawText)
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/);
  const captions: string[] = [];
  for (let at = 0; at < lines.length; ) {
    if (lines[at]?.trim() === '') {
      at++;
      continue;
    }
    const from = at;
    while (at < lines.length && lines[at]?.trim() !== '') at++;
    const block = lines.slice(from, at).map((line) => line.trim());
    if (NO_CAPTION.test(block[0] ?? '')) continue;
    // A caption may have a number or a name before its times.
    const timedAt = timingOf(block[0]) ? 0 : 1;
    const timing = timingOf(block[timedAt]);
    if (!timing) return { ok: false, line: from + 1 };
    if (timing.until <= timing.since) return { ok: false, line: from + timedAt + 1 };
    const words = block
      .slice(timedAt + 1)
      .map(plainCaption)
      .filter(Boolean);
    if (words.length > 0)
      captions.push(`${stampOf(timing.since)} --> ${stampOf(timing.until)}\n${words.join('\n')}`);
  }
  return { ok: true, text: captions.length === 0 ? '' : `WEBVTT\n\n${captions.join('\n\n')}\n` };
}

/** Milliseconds. */
function timingOf(line = ''): { since: number; until: number } | null {
  const found = TIMING.exec(fromBengaliDigits(line));
  if (!found) return null;
  const [since, until] = [found.slice(1, 5), found.slice(5, 9)].map(
    ([hours = '0', minutes = '', seconds = '', parts = '']) =>
      ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(parts.padEnd(3, '0')),
  );
  return { since: since ?? 0, until: until ?? 0 };
}

function stampOf(milliseconds: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const seconds = milliseconds / 1000;
  const rest = String(milliseconds % 1000).padStart(3, '0');
  return `${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}.${rest}`;
}

function plainCaption(line: string): string {
  return line
    .replace(/<[^<>]*>/g, (tag) => (KEPT_TAG.test(tag) ? tag : ''))
    .replaceAll('-->', '→')
    .trim();
}

/** Eight hex digits of its SHA-256, so that changed captions get a new address. */
export function markOfSubtitles(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}

/** The address of a video's captions; the video's own name is 20 hex digits and its extension. */
export function subtitlesAddress(file: string, mark: string): string {
  return `/media/${file.slice(0, 20)}-${mark}.vtt`;
}

/** The video's 20 digits and the version mark of such a name; null for any other. */
export function subtitlesNamed(file: string): { film: string; mark: string } | null {
  const [, film, mark] = /^([0-9a-f]{20})-([0-9a-f]{8})\.vtt$/.exec(file) ?? [];
  return film && mark ? { film, mark } : null;
}
