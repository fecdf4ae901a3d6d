import { Button, ButtonLink } from '@/components/ui/button';
import type { Say } from '@/lib/site/labels';
import type { StoryAction } from './story-actions';

export function StoryActionButtons({ actions, say }: { actions: readonly StoryAction[]; say: Say }) {
  return actions.map((action) => <StoryActionButton key={keyOf(action)} action={action} say={say} />);
}

function keyOf(action: StoryAction): string {
  return 'href' in action ? action.href : (action.slot ?? action.submits);
}

export function StoryActionButton({ action, say }: { action: StoryAction; say: Say }) {
  const { label, kind = 'plain', icon } = action;
  if ('href' in action)
    return (
      <ButtonLink href={action.href} kind={kind} icon={icon}>
        {say(label)}
      </ButtonLink>
    );
  return (
    <Button
      name="do"
      value={action.submits}
      kind={kind}
      icon={icon}
      formNoValidate={action.skipsValidation ?? false}
    >
      {say(label)}
    </Button>
  );
}
