/**
 * The labels that the desk's client components need in the browser: a key, or a prefix that ends in a dot. The test
 * beside this file follows each form's imports and checks that every label they use is listed.
 */
/** Needed on every page of the desk; the layout provides them. */
export const frameLabels = ['sending.'] as const;

export const storyFormLabels = [
  'admin.editStory',
  'admin.newStory',
  'admin.stories',
  'editor.',
  'form.',
  'versions.',
  'live.toDesk',
  'media.',
  'next.',
  'pictures.',
  'storyDesk.',
  'work.sentBackBy',
  'work.title',
] as const;

export const tipLabels = ['tips.'] as const;

export const pictureLabels = [
  'editor.altText',
  'editor.caption',
  'editor.credit',
  'form.',
  'pictures.',
] as const;

export const livePostLabels = [
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

export const mediaLibraryLabels = [
  'form.',
  'media.refused.',
  'mediaLibrary.add',
  'mediaLibrary.files',
  'mediaLibrary.filesHint',
  'mediaLibrary.uploaded',
  'mediaLibrary.noneChosen',
  'mediaLibrary.open',
  'pictures.',
] as const;
