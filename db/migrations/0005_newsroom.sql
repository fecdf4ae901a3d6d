CREATE TABLE `bans` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`value` text NOT NULL,
	`reason` text NOT NULL,
	`appeal` text DEFAULT '' NOT NULL,
	`appealed_at` integer,
	`until` integer,
	`comment_id` integer,
	`staff_id` integer NOT NULL,
	`created_at` integer NOT NULL,
	`lifted_at` integer,
	FOREIGN KEY (`comment_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `bans_by_value` ON `bans` (`kind`,`value`);--> statement-breakpoint
CREATE TABLE `comment_likes` (
	`comment_id` integer NOT NULL,
	`device` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`comment_id`, `device`),
	FOREIGN KEY (`comment_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `commenter_notes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`commenter_id` integer NOT NULL,
	`staff_id` integer NOT NULL,
	`words` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`commenter_id`) REFERENCES `commenters`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `commenter_notes_of` ON `commenter_notes` (`commenter_id`,`id`);--> statement-breakpoint
CREATE TABLE `email_tokens` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`commenter_id` integer NOT NULL,
	`purpose` text NOT NULL,
	`subject_id` integer,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`commenter_id`) REFERENCES `commenters`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `email_tokens_of` ON `email_tokens` (`commenter_id`);--> statement-breakpoint
CREATE TABLE `moderation_rules` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`name` text DEFAULT '' NOT NULL,
	`pattern` text DEFAULT '' NOT NULL,
	`effect` text NOT NULL,
	`section_id` integer,
	`is_on` integer DEFAULT true NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`section_id`) REFERENCES `sections`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `reports` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`comment_id` integer NOT NULL,
	`reporter` text NOT NULL,
	`reason` text NOT NULL,
	`words` text DEFAULT '' NOT NULL,
	`at` integer NOT NULL,
	`settled_at` integer,
	`settled_by` integer,
	FOREIGN KEY (`comment_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`settled_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reports_once_a_reporter` ON `reports` (`comment_id`,`reporter`);--> statement-breakpoint
CREATE INDEX `reports_open` ON `reports` (`comment_id`,`id`) WHERE settled_at is null;--> statement-breakpoint
CREATE TABLE `spam_words` (
	`word` text PRIMARY KEY NOT NULL,
	`spam` integer DEFAULT 0 NOT NULL,
	`ham` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `subscriptions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`commenter_id` integer NOT NULL,
	`kind` text NOT NULL,
	`root_id` integer,
	`consented_at` integer NOT NULL,
	`confirmed_at` integer,
	`ended_at` integer,
	`ended_because` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`commenter_id`) REFERENCES `commenters`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`root_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `subscriptions_of` ON `subscriptions` (`commenter_id`,`kind`);--> statement-breakpoint
CREATE INDEX `subscriptions_to_thread` ON `subscriptions` (`root_id`,`commenter_id`);--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`payload` text NOT NULL,
	`dedupe_key` text NOT NULL,
	`run_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`locked_until` integer,
	`error` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	`done_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `jobs_dedupe_key_unique` ON `jobs` (`dedupe_key`);--> statement-breakpoint
CREATE INDEX `jobs_open` ON `jobs` (`run_at`,`id`) WHERE done_at is null;--> statement-breakpoint
CREATE TABLE `story_districts` (
	`story_id` integer NOT NULL,
	`district_code` text NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	`published_at` integer,
	PRIMARY KEY(`story_id`, `district_code`),
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_code`) REFERENCES `districts`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `story_districts_listing` ON `story_districts` (`district_code`,`published_at`,`story_id`);--> statement-breakpoint
CREATE TABLE `story_sections` (
	`story_id` integer NOT NULL,
	`section_id` integer NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	`published_at` integer,
	PRIMARY KEY(`story_id`, `section_id`),
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`section_id`) REFERENCES `sections`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `story_sections_listing` ON `story_sections` (`section_id`,`published_at`,`story_id`);--> statement-breakpoint
CREATE TABLE `corrections` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`story_id` integer NOT NULL,
	`words` text NOT NULL,
	`staff_id` integer,
	`at` integer NOT NULL,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `corrections_of_story` ON `corrections` (`story_id`,`id`);--> statement-breakpoint
CREATE TABLE `next_versions` (
	`story_id` integer PRIMARY KEY NOT NULL,
	`based_on` integer NOT NULL,
	`fields` text NOT NULL,
	`state` text NOT NULL,
	`scheduled_at` integer,
	`staff_id` integer,
	`updated_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `next_versions_due` ON `next_versions` (`scheduled_at`) WHERE state = 'scheduled';--> statement-breakpoint
CREATE TABLE `presence` (
	`story_id` integer NOT NULL,
	`staff_id` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`holds_at` integer,
	PRIMARY KEY(`story_id`, `staff_id`),
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `presence_by_time` ON `presence` (`seen_at`);--> statement-breakpoint
CREATE TABLE `story_drafts` (
	`story_id` integer NOT NULL,
	`staff_id` integer NOT NULL,
	`tab` text NOT NULL,
	`based_on` integer NOT NULL,
	`fields` text NOT NULL,
	`stroke` integer NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`story_id`, `staff_id`, `tab`),
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `story_drafts_of_member` ON `story_drafts` (`staff_id`,`saved_at`);--> statement-breakpoint
CREATE TABLE `story_remarks` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`story_id` integer NOT NULL,
	`staff_id` integer,
	`kind` text NOT NULL,
	`words` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `story_remarks_of` ON `story_remarks` (`story_id`,`id`);--> statement-breakpoint
CREATE TABLE `story_revisions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`story_id` integer NOT NULL,
	`number` integer NOT NULL,
	`version` integer NOT NULL,
	`snapshot` text NOT NULL,
	`staff_id` integer,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `story_revisions_numbered` ON `story_revisions` (`story_id`,`number`);--> statement-breakpoint
ALTER TABLE `commenters` ADD `verified_at` integer;--> statement-breakpoint
ALTER TABLE `commenters` ADD `token_version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `commenters` ADD `erased_at` integer;--> statement-breakpoint
ALTER TABLE `comments` ADD `from_author` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `comments` ADD `device` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `comments` ADD `likes` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `comments` ADD `picked_at` integer;--> statement-breakpoint
ALTER TABLE `comments` ADD `signals` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `comments` ADD `fingerprint` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `comments` ADD `edited_at` integer;--> statement-breakpoint
CREATE INDEX `comments_liked_roots_of_story` ON `comments` (`story_id`,`likes`,`id`) WHERE state = 'visible' and parent_id is null;--> statement-breakpoint
CREATE INDEX `comments_from_device` ON `comments` (`device`,`created_at`) WHERE device <> '';--> statement-breakpoint
CREATE INDEX `comments_by_fingerprint` ON `comments` (`fingerprint`) WHERE fingerprint <> '';--> statement-breakpoint
ALTER TABLE `moderation_actions` ADD `batch` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `moderation_actions` ADD `undone_at` integer;--> statement-breakpoint
ALTER TABLE `moderation_actions` ADD `undone_by` integer REFERENCES staff(id);--> statement-breakpoint
CREATE INDEX `moderation_actions_of_batch` ON `moderation_actions` (`batch`) WHERE batch <> '';--> statement-breakpoint
ALTER TABLE `sections` ADD `layout` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `sections` ADD `strictness` text DEFAULT 'usual' NOT NULL;--> statement-breakpoint
ALTER TABLE `sections` ADD `comments_days` integer;--> statement-breakpoint
ALTER TABLE `stories` ADD `form` text DEFAULT 'report' NOT NULL;--> statement-breakpoint
ALTER TABLE `stories` ADD `short_headline` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `stories` ADD `body_doc` text;--> statement-breakpoint
ALTER TABLE `stories` ADD `audio` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `stories` ADD `video` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `stories` ADD `seo_title` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `stories` ADD `seo_description` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `stories` ADD `canonical_source` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `stories` ADD `unpublish_at` integer;--> statement-breakpoint
ALTER TABLE `stories` ADD `first_published_at` integer;--> statement-breakpoint
ALTER TABLE `stories` ADD `comments_until` integer;--> statement-breakpoint
ALTER TABLE `stories` ADD `assignee_id` integer REFERENCES staff(id);--> statement-breakpoint
ALTER TABLE `stories` ADD `due_at` integer;--> statement-breakpoint
ALTER TABLE `stories` ADD `binned_at` integer;--> statement-breakpoint
ALTER TABLE `stories` ADD `binned_by` integer REFERENCES staff(id);--> statement-breakpoint
CREATE INDEX `stories_to_unpublish` ON `stories` (`unpublish_at`) WHERE state = 'published' and unpublish_at is not null;--> statement-breakpoint
CREATE INDEX `stories_of_assignee` ON `stories` (`assignee_id`,`due_at`,`id`) WHERE assignee_id is not null;--> statement-breakpoint
CREATE INDEX `stories_in_bin` ON `stories` (`binned_at`,`id`) WHERE binned_at is not null;