/**
 * Which labels the desk's forms need in the browser: by key or, with a dot at the end, all that begin so. A test goes
 * through what each form imports and wants every label that it names to be here.
 */
/** Of every page of the desk: the layout gives them. */
export const frameWords = ['sending.'] as const;

export const storyFormWords = [
  'admin.editStory',
  'admin.newStory',
  'admin.stories',
  'editor.',
  'form.',
  'keeping.',
  'live.toDesk',
  'media.',
  'next.',
  'pictures.',
  'storyDesk.',
  'work.sentBackBy',
  'work.title',
] as const;

export const tipWords = ['tips.'] as const;

export const pictureWords = [
  'editor.altText',
  'editor.caption',
  'editor.credit',
  'form.',
  'pictures.',
] as const;

export const livePostWords = [
  'form.',
  'live.',
  'pictures.',
  'storyDesk.changePicture',
  'storyDesk.choosePicture',
  'storyDesk.coverHint',
  'storyDesk.libraryEmpty',
  'storyDesk.newestPictures',
  'storyDesk.pictureNumber',
  'storyDesk.removePicture',
  'storyDesk.withoutPicture',
] as const;

export const mediaLibraryWords = [
  'form.',
  'media.refused.',
  'mediaLibrary.add',
  'mediaLibrary.files',
  'mediaLibrary.filesHint',
  'mediaLibrary.kept',
  'mediaLibrary.noneChosen',
  'mediaLibrary.open',
  'pictures.',
] as const;
