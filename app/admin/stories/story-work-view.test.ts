import { expect, test } from 'vitest';
import { sentBackNote } from './story-work-view';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 30, 6, minute));
const remark = (kind: 'remark' | 'sent-back', minute: number, words: string) => ({
  ...{ id: minute, kind, words, at: at(minute), name: 'মিতু' },
});
const draft = { state: 'draft' } as Parameters<typeof sentBackNote>[0]['story'];

test('who has a story back reads above it what is to be done, until it is filed again', () => {
  const remarks = [
    remark('remark', 4, 'পরে'),
    remark('sent-back', 3, 'সূত্র দিন'),
    remark('sent-back', 1, 'ছোট করুন'),
  ];
  const before = [
    { verb: 'return-story', at: at(3) },
    { verb: 'file-story', at: at(2) },
  ];
  expect(sentBackNote({ story: draft, remarks }, before)).toEqual({ name: 'মিতু', words: 'সূত্র দিন' });
  expect(sentBackNote({ story: draft, remarks }, [{ verb: 'file-story', at: at(5) }, ...before])).toBeNull();
  expect(sentBackNote({ story: { ...draft, state: 'filed' }, remarks }, before)).toBeNull();
  expect(sentBackNote({ story: draft, remarks: [] }, before)).toBeNull();
});
