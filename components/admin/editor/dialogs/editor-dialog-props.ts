import type { Say } from '@/lib/site/labels';

export interface EditorDialogProps {
  say: Say;
  close: () => void;
}
