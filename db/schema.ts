export * from './schema/discussion';
export * from './schema/fronts';
export * from './schema/operations';
export * from './schema/people';
export * from './schema/pictures';
export * from './schema/site';
export * from './schema/stories';
export * from './schema/story-work';
