CREATE TABLE `spam_lessons` (
	`comment_id` integer PRIMARY KEY NOT NULL,
	`verdict` text NOT NULL,
	`staff_id` integer NOT NULL,
	`day` integer NOT NULL,
	`is_counted` integer NOT NULL,
	`words` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`comment_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `spam_lessons_counted` ON `spam_lessons` (`verdict`,`day`,`at`) WHERE is_counted = 1;--> statement-breakpoint
CREATE INDEX `spam_lessons_by_day` ON `spam_lessons` (`day`,`staff_id`);