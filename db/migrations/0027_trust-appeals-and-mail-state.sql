CREATE TABLE `comment_appeals` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`comment_id` integer NOT NULL,
	`words` text NOT NULL,
	`at` integer NOT NULL,
	`against` integer,
	`outcome` text DEFAULT '' NOT NULL,
	`answer` text DEFAULT '' NOT NULL,
	`decided_at` integer,
	`decided_by` integer,
	FOREIGN KEY (`comment_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`against`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `comment_appeals_comment_id_unique` ON `comment_appeals` (`comment_id`);--> statement-breakpoint
CREATE INDEX `comment_appeals_open` ON `comment_appeals` (`at`) WHERE decided_at is null;--> statement-breakpoint
CREATE TABLE `commenter_devices` (
	`commenter_id` integer NOT NULL,
	`device` text NOT NULL,
	`proven_at` integer NOT NULL,
	PRIMARY KEY(`commenter_id`, `device`),
	FOREIGN KEY (`commenter_id`) REFERENCES `commenters`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `comment_likes` ADD `network` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `comment_likes` ADD `is_anonymous` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `comment_likes` ADD `is_counted` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `comments` ADD `name_key` text;--> statement-breakpoint
ALTER TABLE `comments` ADD `is_namesake` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `comments_by_name` ON `comments` (`story_id`,`name_key`);--> statement-breakpoint
ALTER TABLE `jobs` ADD `handed_over_at` integer;