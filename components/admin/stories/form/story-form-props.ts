import type { ControlsByPanel } from '@/lib/forms/story-controls';
import type { StoryFormState } from '@/lib/forms/story-form-state';
import type { DocumentJson } from '@/lib/stories/body/document-json';
import type { RecoverableDraftView } from '../autosave/recoverable-drafts';
import type { PictureChoice } from '../picture-radios';
import type { PresenceView } from '../presence/presence-line.client';
import type { StoryStateName } from '../story-state';

interface Choice {
  value: string;
  label: string;
  group?: string;
}

/** A stored story as its form shows it. */
export interface EditedStory {
  id: number;
  displayId: string;
  version: number;
  state: StoryStateName;
  /** When it was published, is due, and was last changed, as sentences. */
  times: readonly string[];
  publicPath: string | null;
  address: string;
  cover: string;
  retractionNote: string;
  history: readonly { what: string; when: string; key: string }[];
}

/** The next version of a live story while it is prepared. */
export interface NextVersion {
  /** 0: nothing is saved of it yet. */
  version: number;
  /** Its state in words. */
  state: string;
  /** The live version whose text it began from. */
  basedOn: number;
}

export interface StoryFormChoices {
  sections: readonly Choice[];
  districts: readonly Choice[];
  pictures: readonly PictureChoice[];
  /** The size limit of one audio or video file. */
  mediaMegabytes: number;
  /** The newest files of the media library, suggested where an address is typed. */
  media: Readonly<Record<'audio' | 'video', readonly { address: string; label: string }[]>>;
}

export interface StoryFormProps {
  action: (state: StoryFormState, form: FormData) => Promise<StoryFormState>;
  /** The fields as stored; empty for a new story. */
  stored: Readonly<Record<string, string>>;
  /** The stored body as blocks, for the editor. */
  bodyDocument: DocumentJson;
  /** The simple fields, by the part of the form that they stand in. */
  controls: ControlsByPanel;
  /** The site's host, as previews show it. */
  site: string;
  /** Null for a new story. */
  story: EditedStory | null;
  formKey?: string;
  /** `takesBack`: the writer may take a filed story back, because nobody has started on it. */
  permits: { edits: boolean; publishes: boolean; takesBack: boolean };
  /** Who sent it back to its writer, and with what words. */
  sentBack?: { name: string; words: string } | null;
  /** Whether it is placed on the home front by hand; null for those who arrange no fronts. */
  placing?: { isPinned: boolean } | null;
  /** Set while the next version of a live story is prepared. */
  next?: NextVersion | null;
  choices: StoryFormChoices;
  /** Whose form it is; null for a form that is shown to nobody. */
  member: number | null;
  /** Who else has the story open when the page is rendered. */
  present: PresenceView | null;
  /** The member's own unsaved texts of this story. */
  offers: readonly RecoverableDraftView[];
  /** What the save before this page has done, as a sentence. */
  did?: string | undefined;
  /** Links to what can be done with the story besides writing it, further down on the page. */
  further?: readonly { href: string; label: string }[];
}
