CREATE TABLE `story_versions` (
	`story_id` integer NOT NULL,
	`version` integer NOT NULL,
	`fields` text NOT NULL,
	`staff_id` integer,
	`at` integer NOT NULL,
	`superseded_at` integer NOT NULL,
	PRIMARY KEY(`story_id`, `version`),
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `story_versions_by_age` ON `story_versions` (`superseded_at`);