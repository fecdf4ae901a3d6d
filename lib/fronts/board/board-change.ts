import type { AppDb } from '@/db/client';
import { idIn, textOf } from '@/lib/forms/read-form';
import type { Arrangement } from '../arrangement/arrangement';
import { layoutNamed } from '../arrangement/layouts';
import { type ArrangementChange, neighbourOf, type SlotPosition } from '../arrangement/rearrange';
import { fillFromStore } from '../fill-from-store';
import { frontState } from './build-board';

interface BoardCommand {
  db: AppDb;
  form: FormData;
  now: Date;
  command: string;
  /** Space-separated in the button's value: `swap top 0 sports 2`. */
  args: readonly string[];
  arranged: Arrangement;
}

/** The change that a command makes. Null: only the fields are saved. `impossible`: it has no valid target. */
export async function boardChange(request: BoardCommand): Promise<ArrangementChange | null | 'impossible'> {
  const { command, args, arranged, form } = request;
  const [first = '', second = '', third = '', fourth = ''] = args;
  const place: SlotPosition = { container: first, slot: Number(second) };
  switch (command) {
    case 'add': {
      const [container = '', slot = ''] = textOf(form, 'into').split(' ');
      return insertion(first, { container, slot: Number(slot) });
    }
    case 'put':
      return insertion(first, { container: second, slot: Number(third) });
    case 'hold': {
      const storyId = await storyAt(request, place);
      return storyId === null ? 'impossible' : { kind: 'pin', place, storyId };
    }
    case 'unpin':
      return { kind: 'unpin', place };
    case 'up':
    case 'down': {
      const to = neighbourOf(arranged, place, command === 'up' ? -1 : 1);
      return to
        ? { kind: 'swap', from: place, to, displayedStory: await storyAt(request, place) }
        : 'impossible';
    }
    case 'swap': {
      const to = { container: third, slot: Number(fourth) };
      return { kind: 'swap', from: place, to, displayedStory: await storyAt(request, place) };
    }
    case 'container-up':
    case 'container-down':
    case 'remove-container':
      return { kind: command, container: first };
    case 'add-container':
      return newContainer(request);
    default:
      return null;
  }
}

function insertion(id: string, place: SlotPosition): ArrangementChange | 'impossible' {
  const storyId = idIn(id);
  return storyId ? { kind: 'insert', place, storyId } : 'impossible';
}

async function newContainer({ db, form }: BoardCommand): Promise<ArrangementChange | 'impossible'> {
  const layout = layoutNamed(textOf(form, 'newLayout'));
  const section = textOf(form, 'newSection');
  const isKnown = section === '' || (await frontState(section, db)) !== null;
  return layout && isKnown ? { kind: 'add-container', layout, section } : 'impossible';
}

/** The story that the place shows now: an automatic story becomes pinned. */
async function storyAt(
  { db, arranged, now }: BoardCommand,
  { container, slot }: SlotPosition,
): Promise<number | null> {
  const { filled } = await fillFromStore(db, arranged, now);
  return filled.find((each) => each.container.id === container)?.slots[slot]?.row.id ?? null;
}
