import type { ComponentProps } from 'react';
import type { FrontBlock } from '@/lib/fronts/reading';
import type { Say } from '@/lib/site/labels';
import type { DistrictPicker } from './district-picker';

/** What each layout is given. */
export interface FrontBlockProps {
  block: FrontBlock;
  now: Date;
  say: Say;
  divisions: ComponentProps<typeof DistrictPicker>['divisions'];
}
