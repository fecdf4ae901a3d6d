CREATE TABLE `picture_remains` (
	`file` text PRIMARY KEY NOT NULL,
	`remove_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `picture_remains_due` ON `picture_remains` (`remove_at`);--> statement-breakpoint
CREATE TABLE `picture_uses` (
	`picture_id` integer NOT NULL,
	`story_id` integer NOT NULL,
	PRIMARY KEY(`picture_id`, `story_id`)
);
--> statement-breakpoint
CREATE INDEX `picture_uses_of_story` ON `picture_uses` (`story_id`);--> statement-breakpoint
ALTER TABLE `pictures` ADD `focal_x` integer DEFAULT 50 NOT NULL;--> statement-breakpoint
ALTER TABLE `pictures` ADD `focal_y` integer DEFAULT 50 NOT NULL;--> statement-breakpoint
ALTER TABLE `pictures` ADD `colour` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `pictures` ADD `taken_at` integer;--> statement-breakpoint
ALTER TABLE `pictures` ADD `origin` text DEFAULT 'desk' NOT NULL;--> statement-breakpoint
ALTER TABLE `pictures` ADD `uploaded_by` integer REFERENCES staff(id);--> statement-breakpoint
ALTER TABLE `pictures` ADD `search_keys` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `pictures` ADD `updated_at` integer;--> statement-breakpoint
ALTER TABLE `pictures` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
CREATE INDEX `pictures_by_origin` ON `pictures` (`origin`,`id`);--> statement-breakpoint
CREATE INDEX `stories_with_picture` ON `stories` (`picture_id`) WHERE picture_id is not null;