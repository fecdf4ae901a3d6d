import { createHash } from 'node:crypto';
import { words } from '../support/news.mjs';
import {
  A_MINUTE,
  AN_HOUR,
  AT_ONCE,
  commentersOf,
  MEMBERS,
  TALKED_OF,
  TALKED_OFTEN,
  WAITING,
} from './news-sizes.mjs';

export function fillWithComments({ insert, inOne, random, stories, comments, desk, until, onProgress }) {
  const comment = insert(
    'comments',
    'id, story_id, commenter_id, parent_id, root_id, depth, name, body, body_hash, state, held_because, created_at',
  );
  const action = insert('moderation_actions', 'comment_id, staff_id, from_state, to_state, reason, at');
  const report = insert('reports', 'comment_id, reporter, reason, at');
  const commenters = commentersOf(comments);
  const storyTalkedOf = (newest) => {
    const age = random() < 0.05 ? random() * newest : random() ** 3 * Math.min(newest, TALKED_OF);
    const id = Math.max(1, newest - Math.floor(age));
    return random() < 0.3 ? Math.max(1, id - (id % TALKED_OFTEN)) : id;
  };
  for (let first = 1; first <= comments; first += AT_ONCE) {
    const last = Math.min(comments, first + AT_ONCE - 1);
    inOne(() => {
      let root;
      for (let id = first; id <= last; id++) {
        // One after the other in time, most under what is new and some under anything; a few stories are talked about,
        // and every third comment answers the one before it.
        const parent = id % 3 === 0 ? root : undefined;
        const at = until - Math.floor(((comments - id) / comments) * stories * A_MINUTE);
        const storyId = parent?.storyId ?? storyTalkedOf(Math.ceil(stories - (until - at) / A_MINUTE));
        const body = words(6 + Math.floor(random() * 20), random);
        const hash = createHash('sha1').update(`${id}${body}`).digest('hex').slice(0, 32);
        // As in a newsroom that keeps up: of the last ones some wait, of the others some were taken down.
        const isLast = comments - id < WAITING;
        const state = random() < (isLast ? 0.5 : 0.97) ? 'visible' : isLast ? 'held' : 'hidden';
        comment.run(
          id,
          storyId,
          1 + Math.floor(random() * commenters),
          parent?.id ?? null,
          parent?.id ?? null,
          parent ? 1 : 0,
          words(2, random),
          body,
          hash,
          state,
          '[]',
          at,
        );
        if (!parent) root = { id, storyId };
        if (!desk || state === 'held') continue;
        if (state === 'hidden' || id % 20 === 0)
          action.run(id, 1 + (id % MEMBERS), 'held', state, state === 'hidden' ? 'abuse' : '', at + AN_HOUR);
        if (isLast && id % 8 === 0) report.run(id, `reporter-${id}`, 'abuse', at + AN_HOUR);
      }
    });
    onProgress(`${last} comments`);
  }
}
