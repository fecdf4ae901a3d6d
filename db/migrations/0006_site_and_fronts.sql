CREATE TABLE `breaking_lines` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`words` text NOT NULL,
	`story_id` integer,
	`position` integer DEFAULT 0 NOT NULL,
	`until` integer NOT NULL,
	`staff_id` integer,
	`created_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `breaking_lines_running` ON `breaking_lines` (`until`) WHERE ended_at is null;--> statement-breakpoint
CREATE TABLE `front_editions` (
	`front` text NOT NULL,
	`number` integer NOT NULL,
	`arrangement` text NOT NULL,
	`staff_id` integer,
	`at` integer NOT NULL,
	PRIMARY KEY(`front`, `number`),
	FOREIGN KEY (`front`) REFERENCES `fronts`(`slug`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `fronts` (
	`slug` text PRIMARY KEY NOT NULL,
	`draft` text,
	`live` integer DEFAULT 0 NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`updated_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `view_source_counts` (
	`story_id` integer NOT NULL,
	`day` integer NOT NULL,
	`source` text NOT NULL,
	`views` integer NOT NULL,
	PRIMARY KEY(`story_id`, `day`, `source`),
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `ads` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`slot` integer NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`picture_id` integer,
	`href` text DEFAULT '' NOT NULL,
	`html` text DEFAULT '' NOT NULL,
	`from_at` integer,
	`until_at` integer,
	`is_on` integer DEFAULT true NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`picture_id`) REFERENCES `pictures`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `ads_of_slot` ON `ads` (`slot`);--> statement-breakpoint
CREATE TABLE `static_pages` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`slug` text NOT NULL,
	`title` text NOT NULL,
	`body` text DEFAULT '' NOT NULL,
	`body_html` text DEFAULT '' NOT NULL,
	`menu` text DEFAULT 'footer' NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `static_pages_slug_unique` ON `static_pages` (`slug`);--> statement-breakpoint
CREATE TABLE `tips` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`words` text NOT NULL,
	`name` text DEFAULT '' NOT NULL,
	`contact` text DEFAULT '' NOT NULL,
	`place` text DEFAULT '' NOT NULL,
	`picture_ids` text NOT NULL,
	`network` text DEFAULT '' NOT NULL,
	`state` text DEFAULT 'new' NOT NULL,
	`staff_id` integer,
	`note` text DEFAULT '' NOT NULL,
	`at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `tips_in_box` ON `tips` (`state`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `tips_from_network` ON `tips` (`network`,`at`);--> statement-breakpoint
CREATE TABLE `live_posts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`story_id` integer NOT NULL,
	`headline` text DEFAULT '' NOT NULL,
	`body` text NOT NULL,
	`body_html` text NOT NULL,
	`is_key` integer DEFAULT false NOT NULL,
	`is_pinned` integer DEFAULT false NOT NULL,
	`staff_id` integer,
	`at` integer NOT NULL,
	`edited_at` integer,
	`removed_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `live_posts_of_story` ON `live_posts` (`story_id`,`at`,`id`) WHERE removed_at is null;--> statement-breakpoint
ALTER TABLE `view_counts` ADD `reads` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `staff_sessions` ADD `seen_at` integer;--> statement-breakpoint
ALTER TABLE `bylines` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `sections` ADD `menu` text DEFAULT 'bar' NOT NULL;--> statement-breakpoint
ALTER TABLE `sections` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `topics` ADD `description` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `topics` ADD `merged_into` integer REFERENCES topics(id);--> statement-breakpoint
ALTER TABLE `topics` ADD `version` integer DEFAULT 1 NOT NULL;