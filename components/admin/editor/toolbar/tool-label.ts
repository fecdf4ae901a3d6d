import { useLabelSet, useSay } from '@/components/admin/desk/labels/desk-labels.client';
import type { ToolLabel } from './tool';

/** Says a label of the catalogue by its key, and one that a block brings along in the language of the page. */
export function useToolLabel(): (label: ToolLabel) => string {
  const say = useSay();
  const set = useLabelSet();
  return (label) => (typeof label === 'string' ? say(label) : label[set]);
}
