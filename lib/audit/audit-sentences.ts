import { clockTime, longDate } from '@barta/bengali/dates';
import { truncateGraphemes } from '@barta/bengali/graphemes';
import { type LabelKey, labelKeys, type Say } from '@/lib/site/labels';
import { fieldLabel, isFieldName } from '@/lib/stories/fields/catalogue';

/** One change made by an action, as text; `''` for a value that was absent. */
export interface AuditChange {
  what: string;
  before: string;
  after: string;
}

/** Names for the ids in an entry: `staff:3` → মিতু, `section:sports` → খেলা. */
export type SubjectNames = ReadonlyMap<string, string>;

const MAX_SHOWN = 160;
const known: ReadonlySet<string> = new Set(labelKeys);

/** The action as a sentence without its subject; an unknown verb is shown as stored. */
export function auditSentence(verb: string, say: Say): string {
  const key = `audit.did.${verb}`;
  return known.has(key) ? say(key as LabelKey) : verb;
}

/** খবর ৭; an unknown kind is shown as stored. */
export function subjectKindName(kind: string, say: Say): string {
  const key = `audit.kind.${kind}`;
  return known.has(key) ? say(key as LabelKey) : kind;
}

/** The differences between the two halves of an entry, field by field, each truncated to a line. */
export function auditChanges(
  before: unknown,
  after: unknown,
  { say, names }: { say: Say; names: SubjectNames },
): AuditChange[] {
  const [was, is] = [partsOf(before), partsOf(after)];
  const parts = new Set([...Object.keys(was), ...Object.keys(is)]);
  // Entries from before bodies were documents mention the same text twice.
  if (parts.has('body')) parts.delete('bodyDoc');
  return [...parts]
    .map((part) => ({
      what: partName(part, say),
      before: cut(valueText(part, was[part], { say, names })),
      after: cut(valueText(part, is[part], { say, names })),
    }))
    .filter((change) => change.before !== change.after);
}

function partName(part: string, say: Say): string {
  const key = `audit.part.${part}`;
  if (known.has(key)) return say(key as LabelKey);
  return isFieldName(part) ? say(fieldLabel(part)) : part;
}

function partsOf(value: unknown): Record<string, unknown> {
  if (value === null || value === undefined) return {};
  if (typeof value === 'object' && !Array.isArray(value)) return value as Record<string, unknown>;
  return { '': value };
}

/** Fields with a few possible codes, and the labels of those. Both stories and comments have states. */
const codes: Readonly<Record<string, readonly string[]>> = {
  state: ['storyDesk.', 'moderation.state.'],
  heldBecause: ['moderation.held.'],
  role: ['role.'],
  form: ['editor.form.'],
  strictness: ['taxonomy.strictness.'],
  menu: ['taxonomy.menu.'],
  reason: ['moderation.reason.'],
};

/** Fields that hold an id, and the kind of thing it identifies. */
const ids: Readonly<Record<string, string>> = {
  assigneeId: 'staff',
  staffId: 'staff',
  heldBy: 'staff',
  section: 'section',
  district: 'district',
  parentId: 'section',
  storyId: 'story',
  story: 'story',
  stories: 'story',
};

/** A reference such as `staff:3` for each id in one half of an entry. */
export function idsIn(half: unknown): string[] {
  return Object.entries(partsOf(half)).flatMap(([part, value]) => {
    const kind = ids[part];
    return kind
      ? [value].flat().flatMap((id) => (id === null || id === '' ? [] : [`${kind}:${String(id)}`]))
      : [];
  });
}

function valueText(part: string, value: unknown, how: { say: Say; names: SubjectNames }): string {
  const { say, names } = how;
  if (value === undefined || value === null || value === '') return '';
  if (Array.isArray(value)) return value.map((each) => valueText(part, each, how)).join(', ');
  if (typeof value === 'boolean') return say(value ? 'audit.yes' : 'audit.no');
  const kind = ids[part];
  const named = kind && names.get(`${kind}:${String(value)}`);
  if (named) return named;
  if (typeof value === 'number') return say('list.exactly', { count: value });
  if (typeof value === 'string') return codeText(part, value, say);
  return objectText(value as Record<string, unknown>, how);
}

function codeText(part: string, text: string, say: Say): string {
  const code = codes[part]?.map((family) => `${family}${text}`).find((key) => known.has(key));
  if (code) return say(code as LabelKey);
  // Open or closed; other kinds have a number under the same name.
  if (part === 'comments' && (text === 'open' || text === 'closed'))
    return say(text === 'open' ? 'storyDesk.commentsOpen' : 'storyDesk.commentsClosed');
  if (part === 'kind' && known.has(`bulk.action.${text}`)) return say(`bulk.action.${text}` as LabelKey);
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text)) {
    const at = new Date(text);
    return say('audit.moment', { day: longDate(at), time: clockTime(at) });
  }
  if (part === 'sha256' || /^[0-9a-f]{64}$/.test(text)) return say('audit.file', { mark: text.slice(0, 8) });
  return text;
}

/** Bodies are audited by length and hash (lib/stories/fields/audit-difference.ts); other values in full. */
function objectText(value: Record<string, unknown>, how: { say: Say; names: SubjectNames }): string {
  if (typeof value.characters === 'number' && typeof value.sha256 === 'string')
    return how.say('audit.letters', { count: value.characters });
  return Object.entries(value)
    .map(([part, each]) => {
      const change = valueText(part, each, how);
      return change === '' ? '' : `${partName(part, how.say)}: ${change}`;
    })
    .filter(Boolean)
    .join('; ');
}

function cut(text: string): string {
  return truncateGraphemes(text, MAX_SHOWN, '…');
}
