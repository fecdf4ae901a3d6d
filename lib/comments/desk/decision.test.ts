import { expect, test } from 'vitest';
import { decisionIn } from './decision';

test.each<[string, [string, string][], object]>([
  [
    'one comment approved',
    [['approve', '12:3']],
    { verb: 'decide', verdict: 'approve', targets: [{ commentId: 12, basedOn: 3 }] },
  ],
  [
    'one comment hidden',
    [['hide', '12:3:ad']],
    { verb: 'decide', verdict: 'hide', targets: [{ commentId: 12, basedOn: 3 }], reason: 'ad' },
  ],
  [
    'a single button wins over ticked boxes',
    [
      ['chosen', '7:1'],
      ['approve', '12:3'],
    ],
    { verb: 'decide', verdict: 'approve', targets: [{ commentId: 12, basedOn: 3 }] },
  ],
  [
    'all that are ticked approved',
    [
      ['chosen', '7:1'],
      ['chosen', '8:2'],
      ['approveChosen', '1'],
      ['reason', ''],
    ],
    {
      verb: 'decide',
      verdict: 'approve',
      targets: [
        { commentId: 7, basedOn: 1 },
        { commentId: 8, basedOn: 2 },
      ],
    },
  ],
  [
    'all that are ticked hidden',
    [
      ['chosen', '7:1'],
      ['hideChosen', '1'],
      ['reason', 'abuse'],
    ],
    { verb: 'decide', verdict: 'hide', reason: 'abuse' },
  ],
  [
    'hidden without a reason',
    [
      ['chosen', '7:1'],
      ['hideChosen', '1'],
      ['reason', ''],
    ],
    { verb: 'none', code: 'noReason' },
  ],
  ['nothing ticked', [['approveChosen', '1']], { verb: 'none', code: 'noneChosen' }],
  ['one marked as spam', [['spam', '12:3']], { verb: 'decide', verdict: 'spam' }],
  [
    'all that are ticked marked as spam',
    [
      ['chosen', '7:1'],
      ['spamChosen', '1'],
    ],
    { verb: 'decide', verdict: 'spam', targets: [{ commentId: 7, basedOn: 1 }] },
  ],
  ['a pick', [['pick', '12:3']], { verb: 'pick', isPick: true, target: { commentId: 12, basedOn: 3 } }],
  ['a pick taken back', [['unpick', '12:3']], { verb: 'pick', isPick: false }],
  ['the last stroke undone', [['undo', 'last']], { verb: 'undo', undo: 'last' }],
  ['one decision undone', [['undo', '#5']], { verb: 'undo', undo: { actionId: 5 } }],
  ['a discussion closed', [['discussion', '7:closed']], { verb: 'discussion', storyId: 7, to: 'closed' }],
  [
    'a made-up undo and discussion',
    [
      ['undo', 'everything'],
      ['discussion', '7:burnt'],
    ],
    { verb: 'none' },
  ],
  [
    'made-up values',
    [
      ['chosen', 'x'],
      ['approve', '0:1'],
      ['hide', '1'],
      ['approveChosen', '1'],
    ],
    { verb: 'none' },
  ],
])('%s', (_, fields, decision) => {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  expect(decisionIn(form)).toMatchObject(decision);
});
