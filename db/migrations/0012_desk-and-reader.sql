CREATE TABLE `menu_items` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`menu` text NOT NULL,
	`label` text NOT NULL,
	`href` text NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `bulk_changes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`staff_id` integer NOT NULL,
	`kind` text NOT NULL,
	`changed` text NOT NULL,
	`at` integer NOT NULL,
	`undone_at` integer,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `bulk_changes_of_member` ON `bulk_changes` (`staff_id`,`id`);--> statement-breakpoint
CREATE TABLE `saved_views` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`staff_id` integer NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `saved_views_of_member` ON `saved_views` (`staff_id`,`name`);--> statement-breakpoint
ALTER TABLE `bans` ADD `answer` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `bans` ADD `answered_at` integer;--> statement-breakpoint
ALTER TABLE `bans` ADD `answered_by` integer REFERENCES staff(id);--> statement-breakpoint
ALTER TABLE `view_counts` ADD `quarters` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `view_counts` ADD `halves` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `view_counts` ADD `three_quarters` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `view_totals` ADD `week_score` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `view_totals` ADD `month_score` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `view_totals_by_week` ON `view_totals` (`week_score`,`story_id`);--> statement-breakpoint
CREATE INDEX `view_totals_by_month` ON `view_totals` (`month_score`,`story_id`);--> statement-breakpoint
ALTER TABLE `stories` ADD `audio_seconds` integer;--> statement-breakpoint
ALTER TABLE `stories` ADD `video_seconds` integer;--> statement-breakpoint
ALTER TABLE `stories` ADD `live_ended_at` integer;--> statement-breakpoint
CREATE INDEX `stories_on_desk_in_section` ON `stories` (`section_id`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `stories_of_form` ON `stories` (`form`,`published_at`,`id`) WHERE state = 'published' and form <> 'report';--> statement-breakpoint
ALTER TABLE `live_posts` ADD `picture_id` integer REFERENCES pictures(id);--> statement-breakpoint
CREATE INDEX `moderation_actions_by_member` ON `moderation_actions` (`staff_id`,`id`);