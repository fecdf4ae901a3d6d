export * from './schema/discussion';
export * from './schema/operations';
export * from './schema/people';
export * from './schema/pictures';
export * from './schema/stories';
export * from './schema/story-work';
