import type { LabelKey } from '@/lib/site/labels';

/** The labels of the board, picked by its page. */
export type FrontLabels = Partial<Record<LabelKey, string>>;
export type FrontSay = (key: LabelKey) => string;
export type FrontOption = { value: string; label: string };
