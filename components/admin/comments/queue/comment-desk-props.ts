import type { ReactNode } from 'react';
import type { QueueLabels } from '../queue-labels';
import type { FormAction } from '../writer-forms.client';
import type { InitialQueue } from './queue-state';
import type { ModerateAction } from './use-queue-requests.client';

export interface CommentDeskProps extends InitialQueue {
  tab: string;
  tabs: readonly { tab: string; label: string }[];
  /** The address of this list, without a cursor. */
  address: string;
  empty: string;
  isBengali: boolean;
  labels: QueueLabels;
  moderate: ModerateAction;
  ban: FormAction;
  note: FormAction;
  answer: FormAction;
  title: ReactNode;
  filters: ReactNode;
  rules: ReactNode;
}
