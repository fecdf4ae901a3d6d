CREATE TABLE `sent_forms` (
	`sending` text PRIMARY KEY NOT NULL,
	`answer` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sent_forms_by_time` ON `sent_forms` (`at`);